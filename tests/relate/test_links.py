"""Links of figures and deals, on facts given by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.contract import Article, Deal, Extent, Figure, Mention, Party, Reading, Sector, Time
from pipeline.label.sentences import sentence_starts
from pipeline.relate.links import relate_links

COUNTRIES = ("India", "Japan", "Finland", "Estonia", "Israel", "United States")
FIRMS = ("BP", "Shell", "Eurostat", "Aramco")
SECTORS = {
    "oil": "oil_gas",
    "roads": "infrastructure",
    "canals": "water",
    "solar": "clean_energy",
    "chips": "semiconductors",
    "logistics": "logistics",
    "Shareholders": "capital_markets",
    "clean energy": "clean_energy",
}
TIMES = ("2023", "2024", "2030", "2040", "Friday", "Last week", "the next five years")


def reading(text: str, figures: tuple[str, ...], deals: tuple[str, ...] = ()) -> Reading:
    """Facts at every place where the given words stand; ``figures`` and ``deals`` in order of the text."""

    def places(word: str) -> list[int]:
        return [i for i in range(len(text)) if text.startswith(word, i)]

    def party(name: str, kind: str) -> Party | None:
        mentions = tuple(Mention(i, i + len(name), "name") for i in places(name))
        return Party(name, kind, mentions) if mentions else None

    def at(words: tuple[str, ...]) -> list[Extent]:
        found, position = [], 0
        for word in words:
            start = text.index(word, position)
            found.append(Extent(start, start + len(word)))
            position = start + len(word)
        return found

    starts = sentence_starts(text)
    parties = [party(name, "country") for name in COUNTRIES] + [party(name, "organization") for name in FIRMS]
    times = sorted((i, i + len(word)) for word in TIMES for i in places(word))
    sectors = sorted((i, i + len(word), name) for word, name in SECTORS.items() for i in places(word))
    return Reading(
        Article("a", "a.txt", text),
        sentences=tuple(Extent(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)),
        figures=tuple(Figure(s, e, "money", "test", value=Decimal(10**9 + s), unit="USD") for s, e in at(figures)),
        times=tuple(Time(s, e, "date", text[s:e], "test") for s, e in times),
        parties=tuple(sorted((p for p in parties if p), key=lambda p: p.start)),
        sectors=tuple(Sector(s, e, name) for s, e, name in sectors),
        deals=tuple(Deal(s, e, text[s:e], "agreement", "test", mentions=(Extent(s, e),)) for s, e in at(deals)),
    )


def links(facts: Reading, table: str, index: int) -> set[str]:
    """What a row is linked to, as names, sectors and words."""
    found = set()
    for link in relate_links(facts).links:
        if (link.from_table, link.from_index) == (table, index):
            row = getattr(facts, link.to_table.replace("timelines", "times"))[link.to_index]
            found.add(getattr(row, "sector", "") or getattr(row, "name", "") or facts.text(row))
            assert link.rule
    return found


FIGURES = (
    ("BP earned $5bn from oil in 2024.", ("$5bn",), ({"BP", "oil_gas", "2024"},)),
    ("BP earned $5bn, while Shell earned $6bn.", ("$5bn", "$6bn"), ({"BP"}, {"Shell"})),
    ("Energy imports were $70bn in 2024, according to Eurostat.", ("$70bn",), ({"2024"},)),
    ("Imports were $70bn, Eurostat said on Friday.", ("$70bn",), (set(),)),
    ("It fell from $2bn in 2023 to $1bn by 2030.", ("$2bn", "$1bn"), ({"2023"}, {"2030"})),
    ("India’s $5bn goal is close, said Shell.", ("$5bn",), ({"India"},)),
    (
        "Aid of $7bn, with $3bn from Israel and $4bn from Japan.",
        ("$7bn", "$3bn", "$4bn"),
        (None, {"Israel"}, {"Japan"}),
    ),
    (
        "Plans include $2bn for roads, $3bn for canals, $1bn for solar.",
        ("$2bn", "$3bn", "$1bn"),
        ({"infrastructure"}, {"water"}, {"clean_energy"}),
    ),
    ("India met Japan. The two countries will spend $9bn.", ("$9bn",), ({"India", "Japan"},)),
    ("Aramco grew. The company paid $9bn in 2023.", ("$9bn",), ({"Aramco", "2023"},)),
    (
        "India and Japan set a goal of $67bn. The investment will cover chips, clean energy and logistics.",
        ("$67bn",),
        ({"India", "Japan", "semiconductors", "clean_energy", "logistics"},),
    ),
    ("Shell paid $9bn on the lowest price since 2023.", ("$9bn",), ({"Shell"},)),
    # what stands in an aside is its own: its figure has no time behind it, and the sentence goes on about its subject
    ("India and Shell, which made $3bn, met in 2023.", ("$3bn",), ({"Shell"},)),
    ("India and Shell, which make pumps, paid BP $9bn.", ("$9bn",), ({"India", "Shell", "BP"},)),
    # 'the loan' has the parties of the sentence before
    ("Shell and Aramco agreed a loan. The loan is $9bn.", ("$9bn",), ({"Shell", "Aramco"},)),
    # those who hold are no field
    ("Shareholders of Shell got $9bn.", ("$9bn",), ({"Shell"},)),
    ("Shell, founded in 2023, paid $9bn.", ("$9bn",), ({"Shell"},)),
    ("Shell, owned by Aramco, paid $9bn to BP.", ("$9bn",), ({"Shell", "BP"},)),
    ("Shell will pay $9bn, passing over bids from BP.", ("$9bn",), ({"Shell"},)),
    ("Shell paid $3bn to BP and lost $4bn at Aramco.", ("$3bn", "$4bn"), ({"Shell", "BP"}, None)),
    ("Shell paid $3bn, and Japan’s Aramco pledged $4bn.", ("$3bn",), ({"Shell"},)),
    ("BP and Shell have paid $3bn.", ("$3bn",), ({"BP", "Shell"},)),
    ("Aid from Japan reached India, which lost $3bn.", ("$3bn",), ({"India"},)),
    ("Shell sold the Japan company for $3bn.", ("$3bn",), ({"Shell"},)),
    ("Shell won $3bn.", ("$3bn",), ({"Shell"},)),
    ("Traders paid India dollars worth $3bn.", ("$3bn",), (set(),)),
    ("Shell grew. Sales rose to $3bn.", ("$3bn",), ({"Shell"},)),
    ("Japan grew. Sales rose to $3bn.", ("$3bn",), (set(),)),
    ("Japan grew. Exports rose to $3bn.", ("$3bn",), ({"Japan"},)),
    ("Shell lifts goal. Analysts were surprised. Sales rose to $3bn.", ("$3bn",), ({"Shell"},)),
    ("Taxes bring $3bn from roads and $1bn from oil.", ("$3bn", "$1bn"), ({"infrastructure"}, {"oil_gas"})),
    ("Analysts polled by research firm Eurostat see $3bn.", ("$3bn",), (set(),)),
    ("Plans in Japan:\n\n- roads for $3bn\n- canals for $1bn", ("$1bn",), ({"Japan", "water"},)),
    # carried on: the subject of the sentence before, in its paragraph; but no office, and not past an unknown name
    ("Shell beat BP. Revenue rose to $3bn.", ("$3bn",), ({"Shell"},)),
    ("Shell beat BP. Analysts at Norbury expect sales of $3bn.", ("$3bn",), (set(),)),
    ("Shell grew. It beat BP. The company earned $3bn.", ("$3bn",), ({"Shell"},)),
    ("Banks led by BP met. Shell grew. Its shares fell. It also lent $3bn to Japan.", ("$3bn",), ({"Shell", "Japan"},)),
    ("BP will pay $3bn to Shell. A further $4bn depends on tests.", ("$3bn", "$4bn"), (None, {"BP", "Shell"})),
    ("Aramco Energy grew. On Friday Aramco earned $3bn.", ("$3bn",), ({"Aramco", "Friday"},)),
    ("Japan’s Aramco pledged $3bn.", ("$3bn",), ({"Aramco"},)),
    ("Shell, which bought BP for $3bn, grew.", ("$3bn",), ({"Shell", "BP"},)),
    ("Shell, which once bid for BP, was bold; its staff cost $3bn.", ("$3bn",), ({"Shell"},)),
    ("Shell grew in Japan. The Finland group will add $3bn.", ("$3bn",), ({"Shell"},)),
    ("Shell grew. The company’s share fell below $3bn, against $4bn for BP.", ("$3bn", "$4bn"), ({"Shell"}, {"BP"})),
    ("Shell will pay $3bn for roads, helped by a loan from BP.", ("$3bn",), ({"Shell", "infrastructure"},)),
    ("Shell will hold $3bn, with BP keeping $4bn.", ("$3bn", "$4bn"), ({"Shell"}, {"BP"})),
    # times: a change is also at the time of what it changes, 'when' goes on from the time before it
    (
        "Shell earned $5bn in 2024, $1bn more than in 2023.",
        ("$5bn", "$1bn"),
        ({"Shell", "2024"}, {"Shell", "2023", "2024"}),
    ),
    ("Shell grew in 2024, when sales rose to $3bn.", ("$3bn",), ({"Shell", "2024"},)),
    ("Shell spent $1bn of its $3bn in revenue in 2024.", ("$1bn",), ({"Shell", "2024"},)),
    ("Japan grew.\n\nPlans:\n\n- roads for $3bn", ("$3bn",), ({"infrastructure"},)),
    # a verb joined by 'and' shares the subject of the one before, not its objects and times
    ("Shell will lease jets from BP in 2030 and pay the port $3bn.", ("$3bn",), ({"Shell"},)),
    ("Shell paid BP $3bn in 2023 and won $4bn from Japan.", ("$3bn", "$4bn"), ({"Shell", "BP", "2023"}, None)),
    # a relative clause between commas is about the noun before it and nothing behind it
    ("Japan, which buys $3bn of oil, has appealed to India.", ("$3bn",), ({"Japan", "oil_gas"},)),
    ("Japan, which buys $3bn of oil, beat India.", ("$3bn",), ({"Japan", "oil_gas"},)),
    # a chain of two ends has its time at the second; a comparison has its own
    ("India cut it from $4bn to $3bn in 2024.", ("$4bn", "$3bn"), ({"India"}, {"India", "2024"})),
    ("In 2024 Shell earned $4bn, against $3bn in 2023.", ("$4bn", "$3bn"), ({"Shell", "2024"}, {"Shell", "2023"})),
    ("India agreed on Friday to build a line for $3bn.", ("$3bn",), ({"India"},)),
    ("Oman’s fund, the BP, paid $3bn; Shell rose. The Kospi fell $4bn.", ("$3bn", "$4bn"), ({"BP"}, set())),
    ("Shell shares rose $3bn; the Kospi index lost $4bn.", ("$3bn", "$4bn"), ({"Shell"}, set())),
    ("Japan’s fund, the Aramco, paid $3bn.", ("$3bn",), ({"Aramco"},)),
    ("India met Japan at a fair of BP and Shell. Both countries paid $3bn.", ("$3bn",), ({"India", "Japan"},)),
    ("Shell gained $3bn to $4bn in Paris; BP lost $5bn in London.", ("$5bn",), ({"BP"},)),
)


@pytest.mark.parametrize(("text", "figures", "expected"), FIGURES)
def test_figure_links(text: str, figures: tuple[str, ...], expected: tuple[set[str] | None, ...]) -> None:
    facts = reading(text, figures)
    for index, want in enumerate(expected):
        if want is not None:
            assert links(facts, "figures", index) == want


def test_a_conversion_shares_the_links_of_its_original() -> None:
    facts = reading("India pays 10 yen ($5bn) for roads.", ("10 yen", "$5bn"))
    facts = replace(facts, figures=(facts.figures[0], replace(facts.figures[1], same_as=0)))
    assert links(facts, "figures", 1) == links(facts, "figures", 0) == {"India", "infrastructure"}


DEALS = (
    (
        "India and Japan signed a solar pact worth $5bn by 2040.",
        "solar pact",
        ("$5bn",),
        {"India", "Japan", "clean_energy", "$5bn", "2040"},
    ),
    ("The Ports Pact ($5bn) helps Finland.", "Ports Pact", ("$5bn",), {"Finland", "$5bn"}),
    ("Japan spent $5bn. India joined the Ports Pact.", "Ports Pact", ("$5bn",), {"India"}),
    (
        "India launched the Ports Pact, focused on chips and logistics.",
        "Ports Pact",
        (),
        {"India", "semiconductors", "logistics"},
    ),
    ("Under the Ports Pact, Finland will pay $5bn.", "Ports Pact", ("$5bn",), {"Finland", "$5bn"}),
    ("$5bn will go to the Ports Pact.", "Ports Pact", ("$5bn",), {"$5bn"}),
    ("Finland backs the Ports Pact, meant to save $5bn.", "Ports Pact", ("$5bn",), {"Finland", "$5bn"}),
    ("Finland signed a pact with Japan’s BP.", "pact with Japan’s BP", (), {"Finland", "BP"}),
    ("Finland signed the Ports Pact for 2030 to 2040.", "Ports Pact", (), {"Finland", "2030", "2040"}),
    # a later sentence goes on with the deal
    ("BP will build a plant. The new plant will cost $5bn by 2030.", "plant", ("$5bn",), {"BP", "$5bn", "2030"}),
    ("BP lost its order. The order book fell to $5bn.", "order", ("$5bn",), {"BP"}),
    ("BP backs the bill. The bill notes that $5bn was lost.", "bill", ("$5bn",), {"BP"}),
    ("The Ports Pact ($5bn) will save India up to $3bn.", "Ports Pact", ("$5bn", "$3bn"), {"India", "$5bn", "$3bn"}),
)


@pytest.mark.parametrize(("text", "deal", "figures", "expected"), DEALS)
def test_deal_links(text: str, deal: str, figures: tuple[str, ...], expected: set[str]) -> None:
    assert links(reading(text, figures, (deal,)), "deals", 0) == expected


def test_the_measured_phrase_names_the_sector() -> None:
    facts = reading("Near the roads, oil sales rose to $5bn.", ("$5bn",))
    figure = facts.figures[0]
    measured = Figure(figure.start, figure.end, "money", "test", value=figure.value, unit="USD", measures="oil sales")
    assert links(replace(facts, figures=(measured,)), "figures", 0) == {"oil_gas"}


def test_a_currency_is_no_party() -> None:
    facts = reading("It cost India $5bn in roads.", ("India $5bn",))
    assert links(facts, "figures", 0) == {"infrastructure"}


def test_every_link_points_at_a_row() -> None:
    facts = reading("", ())
    assert relate_links(facts).links == ()
