"""Parties and sectors: the forms in which they are named, and what is known of them."""

from __future__ import annotations

from pipeline.explain.layout import Section
from pipeline.explain.tables import Found
from pipeline.gazetteers import rows as gazetteer_rows

# A party that is named more often has only its first places shown.
_MOST_PLACES = 8


def party_sections(found: Found) -> list[Section]:
    """What the party is, and its mentions by form."""
    row = found.row
    facts = [
        ("name", row["name"]),
        ("type", row["type"]),
        ("country", row["country"]),
        ("role", row["role"]),
        ("listed as", row["symbol"]),
        ("aliases", row["aliases"]),
    ]
    places: dict[tuple[str, str], list[str]] = {}
    for mention in found.mentions:
        places.setdefault((" ".join(mention["text"].split()), mention["form"]), []).append(mention["start_char"])
    forms = [(text, form, f"{len(starts)} x", _at(starts)) for (text, form), starts in places.items()]
    return [
        Section("who it is", [fact for fact in facts if fact[1]]),
        Section(f"mentions: {row['mentions']}", forms),
    ]


def _at(starts: list[str]) -> str:
    """Where the first mentions of a form are."""
    return f"at {', '.join(starts[:_MOST_PLACES])}" + (", …" if len(starts) > _MOST_PLACES else "")


def sector_sections(found: Found) -> list[Section]:
    """The sector with those that it is part of, and its other mentions in the article."""
    row = found.row
    taxonomy = {entry["sector"]: entry for entry in gazetteer_rows("sectors")}
    facts = [("sector", _named(taxonomy, row["sector"]))]
    parent = taxonomy.get(row["sector"], {}).get("parent", "")
    while parent and parent not in {fact[1].partition(" ")[0] for fact in facts}:
        facts.append(("part of", _named(taxonomy, parent)))
        parent = taxonomy.get(parent, {}).get("parent", "")
    facts.append(("ISIC Rev. 4", row["isic4"]))
    if covers := taxonomy.get(row["sector"], {}).get("covers", ""):
        facts.append(("covers", covers))
    others = [
        (other["text"], other["sector_id"])
        for other in found.tables["sectors"]
        if other["sector"] == row["sector"] and other["sector_id"] != found.row_id
    ]
    return [Section("what it is", facts), Section("its other mentions", others)]


def _named(taxonomy: dict[str, dict[str, str]], sector: str) -> str:
    label = taxonomy.get(sector, {}).get("label", "")
    return f"{sector} ({label})" if label else sector
