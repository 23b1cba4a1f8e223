"""Status, name and mentions of deals."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.contract import Article, Deal
from pipeline.normalise.deals import read_deals
from pipeline.settings import Settings


def deals(nlp: Language, text: str) -> tuple[Deal, ...]:
    return read_deals(nlp(text), Article("a", "a.txt", text), Settings())


STATUS = (
    ("India and Japan signed a trade pact with Canada.", "agreed"),
    ("Fiji will extend the Reef Vaccine Programme until 2030.", "launched"),
    ("It trains nurses, supported by $22 million from the World Bank.", "agreed"),
    ("India did not sign a trade pact with Canada.", "proposed"),
    ("India plans to sign a trade pact with Canada.", "proposed"),
    ("India may sign a trade pact with Canada.", "proposed"),
    ("They launched the Clean Ports Initiative.", "launched"),
    ("The Clean Ports Initiative was scrapped.", "ended"),
    ("Ministers proposed the Clean Ports Act.", "proposed"),
    ("The minister rejected calls for a wealth tax.", "proposed"),
    ("Washington imposed 50% tariffs on Chilean goods.", "launched"),
    ("Washington will impose 50% tariffs on Chilean goods.", "agreed"),
    ("Washington lifted sanctions on Syria.", "ended"),
    ("Novo agreed to buy Catalent for $16.5 billion.", "agreed"),
    ("Novo bought Catalent for $16.5 billion.", "completed"),
    ("Novo plans to buy Catalent for $16.5 billion.", "proposed"),
    ("Novo said it would buy Catalent for $16.5 billion.", "agreed"),
    ("They will meet at the G20 summit in Bali.", "proposed"),
    ("They met at the G20 summit in Bali.", "completed"),
    ("The two sides are negotiating a trade deal.", "proposed"),
    ("The proposed windfall tax worries producers.", "proposed"),
    ("The Kenyan Constitution applies.", ""),
    ("The court struck down the Clean Ports Act.", "ended"),
    ("The senator introduced a bill to ban plastics.", "proposed"),
    ("They discussed the prospect of a trade deal with Peru.", "proposed"),
    ("She called on Congress to pass the Clean Ports Act.", "proposed"),
    ("Peru will lift tariffs on Chilean steel.", "launched"),
    ("Peru waits unless Chile scraps a 25% levy on copper.", "launched"),
    ("Chilean tariffs on steel cost the mill dearly.", "launched"),
    ("The bank issued a letter of intent for a $90 million loan.", "proposed"),
    ("It follows the loss of a contract with the Danish navy.", "ended"),
    ("Acme will go ahead and continue with share buybacks.", "launched"),
    ("The Hill Roads Project ($350 million) helps farmers.", "agreed"),
    ("Acme pays with a €900 million bridge loan.", "agreed"),
    ("Acme and Borex are to form a joint venture in Lima.", "agreed"),
    ("Talks with Peru on the purchase of 40 jets go well.", "proposed"),
    ("A free trade agreement with the EU, under negotiation since 2022, is near.", "proposed"),
    ("Parliament votes on a packaging regulation that would ban thin bags.", "proposed"),
    ("The rest comes from an Islamic bond that Korda plans to sell in Dubai.", "proposed"),
    ("The rest comes from an Islamic bond that Korda will sell in Dubai.", "agreed"),
    ("Acme sold its pet food unit to Korda, a step due to close in May.", "agreed"),
    ("The sultanate cut the duty on dates.", "launched"),
    ("The customs treaty took effect in May.", "launched"),
    ("The customs treaty nears.", "proposed"),
    ("Leaders hope to sign it at a summit in Lima.", "proposed"),
    ("The regulator granted Ostra a licence to operate a casino.", "agreed"),
    ("The town got money from the Clean Ports Act.", ""),
    ("They support farms under the Clean Ports Initiative.", ""),
    ("A planned sale of Norvik's card unit to Halden, announced in May, has been called off.", "ended"),
    ("A takeover of the retailer by Halden collapsed in May.", "ended"),
    ("Under a memorandum of understanding with Acme, Borex is to buy gas.", "agreed"),
    ("Halden has an agreement that brought it $5 million.", "agreed"),
    ("A visa waiver will let nationals stay for 60 days.", "agreed"),
    ("The price cap on crude falls to $44.", "launched"),
    ("Only four remain from the previous summit in Riga.", "completed"),
    ("The fund is considering a further $90 million.", "proposed"),
    ("The brewer is in exclusive talks to acquire Borex for $900 million.", "proposed"),
    ("Lawmakers tabled a bill to double the bank levy to 0.4%.", "proposed"),
    ("London blacklisted 31 tankers on Monday.", "launched"),
    ("The port bill clears committee.", "proposed"),
    ("Paylo hopes to go public next year.", "proposed"),
    ("The company was worth $90 million at its Series A in 2021.", "completed"),
    ("Zap is planning a Series C next year.", "proposed"),
    ("Tenders for a metro line in Quito were cancelled.", "ended"),
    ("The board rejected an improved offer from Zeta Holdings.", "ended"),
    ("Under mining waste rules that the agency issued in May, it must pay.", "launched"),
    ("It is part of the Clean Harbour Programme, put at $90 million, which the cabinet adopted in May.", "agreed"),
    ("Paylo raises $40m at $600m valuation\n\nLAGOS - It is new.", "completed"),
    ('The minister wants a "sugar tax" on drinks.', "proposed"),
)


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(nlp: Language, text: str, status: str) -> None:
    assert [deal.status for deal in deals(nlp, text)] == [status]


MENTIONS = (
    ("Leaders praised Federal Budget 2026. Budget 2026 raises spending.", "Federal Budget 2026", 2),
    (
        "The Baltic Seaweed Mission (BSM) grows. BSM pays for boats.",
        "Baltic Seaweed Mission (BSM)",
        2,
    ),
    (
        "They spoke of an interim agreement on trade. The interim agreement with India follows.",
        "interim agreement on trade",
        2,
    ),
)


@pytest.mark.parametrize(("text", "name", "count"), MENTIONS)
def test_later_mentions_are_joined(nlp: Language, text: str, name: str, count: int) -> None:
    found = deals(nlp, text)
    assert len(found) == 1
    assert found[0].name.startswith(name[:9])
    assert len(found[0].mentions) == count
    assert (found[0].start, found[0].end) == tuple(found[0].mentions[0])


def test_the_noun_alone_is_a_later_mention(nlp: Language) -> None:
    text = "They launched the Clean Ports Initiative. The initiative helps Peru. This initiative is new."
    (deal,) = deals(nlp, text)
    assert [text[slice(*mention)] for mention in deal.mentions] == [
        "Clean Ports Initiative",
        "initiative",
        "initiative",
    ]


def test_two_deals_stay_two(nlp: Language) -> None:
    text = "The Clean Ports Act passed. The Clean Water Act failed."
    assert [deal.name for deal in deals(nlp, text)] == ["Clean Ports Act", "Clean Water Act"]


TITLES = (
    # The title has it in short, the text in full.
    ("Jute pact nears\n\nThe two hope to sign a trade pact with Peru.", "Jute pact", "agreement"),
    # A title's 'deal' is what the text says that it is.
    ("Ostra gets port in $940m deal\n\nOstra signed a 33-year concession on Monday.", "$940m deal", "contract"),
    (
        "Norvik buys Ostra's pump arm\n\nNorvik agreed to buy Ostra for $5 billion.",
        "buys Ostra's pump arm",
        "transaction",
    ),
    (
        "Peru to buy six boats\n\nThe plan rests on the purchase of 6 patrol boats from Norvik.",
        "buy six boats",
        "contract",
    ),
    ("Lekton buys rival Bramel\n\nLekton said it would acquire Bramel.", "buys rival Bramel", "transaction"),
    (
        "Malawi wins $60m for rural clinics\n\nThe fund approved a $60 million grant.",
        "wins $60m for rural clinics",
        "investment",
    ),
)


@pytest.mark.parametrize(("text", "first", "kind"), TITLES)
def test_a_title_is_told_again(nlp: Language, text: str, first: str, kind: str) -> None:
    (deal,) = deals(nlp, text)
    assert (text[deal.start : deal.end], deal.kind, len(deal.mentions)) == (first, kind, 2)


def test_other_amounts_are_no_retelling(nlp: Language) -> None:
    text = "Ostra signs $940m deal\n\nKorda won a $20 million contract to supply trains."
    assert len(deals(nlp, text)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rotor Air placed an order for 90 freighters. The order, worth $9 billion, runs until 2035.", 1),
        ("Rotor Air plans a $400 million bond. It will raise $400 million from its first bond.", 1),
        ("Halden won an order for 211 tanks. The army picked Halden to build 211 tanks.", 1),
        ("Fiji signed a fisheries accord.\n\nUnder the Reef Fisheries Compact (RFC), boats pay.", 1),
        ("Fiji signed a fisheries accord.\n\nUnder the Paris Climate Agreement, states pay.", 2),
        ("Fiji signs tuna pact\n\nFiji has signed a tuna partnership agreement with Peru.", 1),
        ("Ministers backed the rescue of Sarvik Bank. The sale of Sarvik's card unit is off.", 2),
        ("The port pact is signed. The dam pact was scrapped.", 2),
    ],
)
def test_told_again(nlp: Language, text: str, count: int) -> None:
    """A deal told by verb and by noun, or taken up by its bare noun, is one deal; two that share a name are two."""
    assert len(deals(nlp, text)) == count
