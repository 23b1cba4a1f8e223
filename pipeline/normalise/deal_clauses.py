"""The state of a deal from the clause behind it: 'a bond that Acme plans to sell', 'a sale due to close in May'."""

from __future__ import annotations

import re

# 'a bond [that Acme plans to sell]'.
_PLANNED = re.compile(
    r",?\s(?:that|which)\s(?:[\w’'.-]+\s){0,5}?(?:plan|hope|want|intend|aim|seek|propose|expect)(?:s|ed)?\sto\b"
)
# 'a bond [that Acme will issue]'.
_WILL = re.compile(r",?\s(?:that|which)\s(?:[\w’'.-]+\s){1,5}?(?:will|is\sto|are\sto)\s\w")
# 'rules [that the central bank issued]', 'a programme, put at $5m, [which the cabinet adopted in May]'.
_ADOPTED = re.compile(
    r"(?:,\s(?:put|estimated|valued|costed|worth|costing|budgeted)\s[^;]{3,60}?)?,?\s(?:that|which)\s(?:(?:the|its|their)\s)?"
    r"(?:(?!(?:would|will|could|may|has|had|have|is|was)\b)[\w’'&()-]+\s){1,6}?"
    r"(?:(?P<agreed>adopted|approved|endorsed|signed|backed|passed|ratified|notified|agreed|enacted)|(?P<launched>launched|issued|introduced|imposed)"
    r"|(?P<ended>scrapped|cancelled|withdrew|abandoned|shelved|dropped|suspended|rejected)"
    r"|(?P<proposed>proposed|drafted|floated|published))\b"
)
# 'a law [that would ban plastics]'.
_WOULD = re.compile(r",?\s(?:that|which)\s(?:would|could|might|may)\b")
# 'an agreement [that brought $5m]', '[which covers fish]': what has done or does something stands.
_STANDS = re.compile(
    r",?\s(?:that|which)\s(?:has\s|had\s|have\s)?(?!was\b|is\b|has\b|needs\b|requires\b|still\b|faces\b|fail)[a-z]+(?:s|ed|ght|ve|id|ok|ve)\s(?!to\b)"
)
# 'a [sale] to Acme, announced in June, [has been called off]'.
_OFF = re.compile(
    r"(?:(?!\b(?:and|but|which|that|who|said|says|after|as|when|while|will|would|is|are)\b)[^.;\n]){0,110}?\b(?:collapsed\b|fell\s(?:through|apart)\b|lapsed\b|(?:has|have|was|were|had)\s(?:since\s)?(?:been\s)?"
    r"(?:called\soff|scrapped|abandoned|shelved|dropped|cancell?ed|blocked|withdrawn|terminated)\b)"
)
# 'under a [memorandum with Acme], Borex is to buy gas': there is one.
_UNDER = re.compile(r"\b[Uu]nder\s(?:an?|the|its|their|that|this)\s\Z")
# 'a [visa waiver] will let them stay', 'a [memorandum] commits them'.
_BINDS = re.compile(
    r"\s(?:will\s(?!be\s(?:signed|put|discussed|negotiated)\b)[a-z]+|commits|obliges|covers|gives|lets|allows|requires|sets|provides|grants"
    r"|includes|binds|runs\s(?:for|until)|guarantees|calls\sfor|bars)\b"
)
# 'an [earlier concession]', 'the [previous summit]'.
_EARLIER = re.compile(r"\b(?:previous|earlier)\s\Z|\A(?:previous|earlier)\s")
# 'the [price cap] falls to $44'.
_MOVES = re.compile(
    r"\s(?:falls?|rises?|fell|rose|drops?|stands?|stood|remains?|doubles|was\s(?:raised|lowered|cut))\b"
)
# 'a [sale to close in May]', '[subject to approval]'.
_PENDING = re.compile(
    r"\b(?:(?:due|expected|set|likely|scheduled)\sto\s(?:close|complete|conclude|be\s(?:completed|closed))|subject\sto|pending)\b"
)
# 'will [cut the duty]', 'agreed to [ban sales]'.
_STILL = re.compile(r"\b(?:will|shall|to|must|is|are)(?:\s\w+)?\s\Z")


def clause_state(after: str) -> str:
    """The state that a relative clause behind a deal tells, or nothing."""
    adopted = _ADOPTED.match(after)
    if adopted is not None:
        return str(adopted.lastgroup)
    if _PLANNED.match(after) or _WOULD.match(after):
        return "proposed"
    return "agreed" if _WILL.match(after) else ""


def called_off(after: str) -> bool:
    """Whether the sentence of which a deal is the subject goes on to say that it came to nothing."""
    return _OFF.match(after) is not None


def standing(kind: str, phrase: str, before: str, after: str) -> str:
    """The state of what the text tells as standing, by how it is spoken of, or nothing."""
    if _EARLIER.search(before[-12:]) or _EARLIER.match(phrase):
        return {"forum": "completed", "contract": "ended", "agreement": "ended"}.get(kind, "")
    if kind in ("agreement", "contract") and (_UNDER.search(before) or _STANDS.match(after) or _BINDS.match(after)):
        return "agreed"
    return "launched" if kind == "law" and _MOVES.match(after) else ""


def settled(state: str, kind: str, before: str, after: str) -> str:
    """The state of a deal told by a verb: what has still to close is agreed; a duty that was raised is in force."""
    if kind == "law" and state in ("agreed", "completed"):
        return "agreed" if _STILL.search(before) else "launched"
    return "agreed" if state == "completed" and kind == "transaction" and _PENDING.search(after) else state
