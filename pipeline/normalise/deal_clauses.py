"""The state of a deal from the clause behind it: 'a bond that Acme plans to sell', 'a sale due to close in May'."""

from __future__ import annotations

import re

# 'a bond [that Acme plans to sell]'.
_PLANNED = re.compile(
    r",?\s(?:that|which)\s(?:[\w’'.-]+\s){0,5}?(?:plan|hope|want|intend|aim|seek|propose|expect)(?:s|ed)?\sto\b"
)
# 'a bond [that Acme will issue]'.
_WILL = re.compile(r",?\s(?:that|which)\s(?:[\w’'.-]+\s){1,5}?(?:will|is\sto|are\sto)\s\w")
# 'a law [that would ban plastics]'.
_WOULD = re.compile(r",?\s(?:that|which)\s(?:would|could|might|may)\b")
# 'a sale [due to close in May]', '[subject to approval]'.
_PENDING = re.compile(
    r"\b(?:(?:due|expected|set|likely|scheduled)\sto\s(?:close|complete|conclude|be\s(?:completed|closed))|subject\sto|pending)\b"
)
# 'will [cut the duty]', 'agreed to [ban sales]'.
_STILL = re.compile(r"\b(?:will|shall|to|must|is|are)(?:\s\w+)?\s\Z")


def clause_state(after: str) -> str:
    """The state that a relative clause right behind a deal tells, or nothing."""
    if _PLANNED.match(after) or _WOULD.match(after):
        return "proposed"
    return "agreed" if _WILL.match(after) else ""


def settled(state: str, kind: str, before: str, after: str) -> str:
    """The state of a deal told by a verb: what has still to close is agreed; a duty that was raised is in force."""
    if kind == "law" and state in ("agreed", "completed"):
        return "agreed" if _STILL.search(before) else "launched"
    return "agreed" if state == "completed" and kind == "transaction" and _PENDING.search(after) else state
