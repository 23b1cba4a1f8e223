"""Sectors marked in place: 'It borrowed from [banks](finance)'."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline import gazetteers
from pipeline.contract import Extent
from pipeline.match.sector_lexicon import load_lexicon
from pipeline.match.sectors import find

_MARK = re.compile(r"\[([^\[\]]+)\]\((\w+)\)")

FIELDS = [
    "The [farmers](agriculture) protested in the capital.",
    "The village lives from [aquaculture](fisheries).",
    "[Logging](forestry) has halved since then.",
    "It buys from three [breweries](food).",
    "[Copper](mining) rose by 2 percent.",
    "Prices of [lithium](critical_minerals) fell.",
    "Two [collieries](coal) were shut.",
    "They spoke about [energy security](energy).",
    "[Crude oil](oil_gas) fell to $60 a barrel.",
    "The [power grid](electricity) failed at noon.",
    "A [solar farm](clean_energy) was opened.",
    "[Green hydrogen](hydrogen) remains costly.",
    "Four [nuclear reactors](nuclear) were restarted.",
    "[Biodiesel](biofuels) was cheaper.",
    "[Gigafactories](batteries) are planned.",
    "The market for [carbon credits](carbon_markets) shrank.",
    "Its plan for [decarbonisation](climate) was praised.",
    "[Desalination](water) is expensive.",
    "[Recycling](waste) pays.",
    "[Advanced manufacturing](manufacturing) grew.",
    "A [chipmaker](semiconductors) from Taiwan came.",
    "[Smartphones](electronics) sold well.",
    "The [carmaker](automotive) hired 500 people.",
    "[Electric vehicles](electric_vehicles) sold well.",
    "A [planemaker](aerospace) from Brazil came.",
    "The [lunar mission](space) was delayed.",
    "[Shipyards](shipbuilding) were busy.",
    "It makes [machine tools](machinery).",
    "[Petrochemicals](chemicals) were weak.",
    "The [steelmaker](steel) said so.",
    "[Garment factories](textiles) closed.",
    "[Cosmetics](consumer_goods) sold well.",
    "The [drugmaker](pharmaceuticals) said so.",
    "It makes [pacemakers](medical_devices).",
    "Two [hospitals](health) were built.",
    "[Construction companies](construction) hired nobody.",
    "[Real estate](real_estate) was weak.",
    "[Infrastructure](infrastructure) comes first.",
    "[Public transport](transport) was free for a day.",
    "A [high-speed rail line](rail) was opened.",
    "Three [airlines](aviation) went bankrupt.",
    "The [container ship](shipping) ran aground.",
    "[Warehousing](logistics) is in demand.",
    "They agreed on [digital public infrastructure](digital_infrastructure).",
    "Four [data centers](data_centres) were built.",
    "[5G](telecom) came late.",
    "[Software](ict) sold well.",
    "They discussed [artificial intelligence](artificial_intelligence).",
    "[Ransomware](cybersecurity) hit it.",
    "[Quantum computing](quantum) is years off.",
    "[E-commerce](ecommerce) grew.",
    "[Supermarkets](retail) raised prices.",
    "The [central bank](finance) raised [interest rates](finance).",
    "Many use [mobile money](fintech) now.",
    "An [initial public offering](capital_markets) is planned.",
    "The [reinsurer](insurance) lost money.",
    "[Stablecoins](crypto) were banned.",
    "The [armed forces](defence) were asked to help.",
    "A [windfall tax](public_administration) was rejected.",
    "[Vocational training](education) is offered.",
    "Its [skilled workers](labour) left.",
    "They promote [technology and innovation](research).",
    "[Hotels](tourism) were full.",
    "[Broadcasters](media) objected.",
    "They love [football](sport).",
    "Three [museums](culture) were closed.",
    "[Tariffs](trade) of 25% were imposed.",
    "[Humanitarian relief](aid) was sent.",
]

HABITS = [
    # one id per span: a product's exports are the product and the trade
    "[chemical](chemicals) [exports](trade) fell",
    "US [LNG](oil_gas) [exports](trade) to Brazil",
    "[auto](automotive) [imports](trade) rose",
    # the longest term and the narrowest sector
    "[AI data centres](data_centres) and [AI](artificial_intelligence)",
    "[green hydrogen](hydrogen) and [renewable energy](clean_energy)",
    "[people-to-people exchanges](labour) and [counterterrorism](defence)",
    "a [nuclear umbrella](defence) and [nuclear power](nuclear)",
    "[banking\n    sector](finance) reform",
    # names that say the field, and names that merely hold its word
    "the Ministry of [Defence](defence) said",
    "the European [Vaccine](pharmaceuticals) Experts Group met",
    "the Japan [Trade Agreement](trade) was signed",
    "Deutsche Bank and Tata Steel spoke.",
    "and the agency, North Insurance Bureau, told reporters so",
    "A [computer virus](cybersecurity) spread in the [hospital](health).",
    # company: the ambiguous word counts beside a plain one
    "[Shares fell](capital_markets) on the [stock exchange](capital_markets).",
    "[Bitcoin](crypto) fell.",
    "The [minimum wage](labour) helps the [workers](labour) of the plant.",
    # justice, budget and cash beside words of the courts, of the state and of banks
    "The Department of [Justice](public_administration) and [justice](public_administration) for the victims",
    "The minister said that the repairs would be paid from the [budget](public_administration) of next spring.",
    "[Deposits](finance) grew as [savers](finance) put [cash](finance) in the [bank](finance).",
    # found in raw news: courts of faith, coups, hostages, dismissals
    "A [Sharia court](public_administration) issued an [arrest warrant](public_administration).",
    "The [coup attempt](defence) ended the [hostage crisis](defence).",
    "She claimed [unfair dismissal](labour).",
    "[Electrified cars](electric_vehicles) sold well.",
    "[Oil](oil_gas) is up, says oil@energy.example and https://www.defense.example/energy/banks.",
]

TRAPS = [
    "They walked along the river bank to the West Bank.",
    "She was a tower of strength for the team.",
    "He sat down on a bond of friendship and took stock.",
    "The market share of the firm rose.",
    "He kept his interest alive.",
    "A trade-off had to be found, and a trade secret kept.",
    "The drug trade in the city went on, by trade secret.",
    "They gave first aid with the aid of a map.",
    "A war of words broke out over the price war.",
    "An army of volunteers came; Star Wars was shown.",
    "The defence lawyer spoke in his defence.",
    "The Security Council met under a security camera.",
    "Of course, the school of thought grew old.",
    "He did a good job for Labour leader Keir Starmer.",
    "The health of the economy improved.",
    "The tennis court was wet after the time trial.",
    "What is in store for them?",
    "Steve Jobs spoke.",
    "It happened at rates of 5%.",
    "He was full of power.",
    "It grew in fiscal year 2031.",
    "They marched for equality and social justice.",
    "These are lessons learned, and he charted the course of his life.",
    "An audience member walked out of the hall.",
    "Disaster strikes within striking distance.",
    "He had an audience with the Pope.",
    "An industry trade group spoke for its members.",
    "The child slept in her father's arms.",
    "He spoke after his retirement at the University of Leeds.",
    "He holds a degree from the School of Law.",
    "They live in flyover country and fear home invasions.",
    "It was a dangerous weapon.",
    "The new Home Secretary spoke to senior staff.",
    "The regulatory infrastructure is old.",
    "Unionists in Belfast spoke of a union with Britain.",
    "A website was set up.",
    "The director general of the sales force spoke.",
]


def read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the extents that they stand for."""
    text, spans, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        done = match.end()
    return text + marked[done:], spans


def write(text: str) -> str:
    """The text with the sectors found marked in place."""
    marked, done = "", 0
    for start, end, sector, _ in find(text, load_lexicon()):
        marked += f"{text[done:start]}[{text[start:end]}]({sector})"
        done = end
    return marked + text[done:]


@pytest.mark.parametrize("marked", FIELDS)
def test_every_field(marked: str) -> None:
    text, spans = read(marked)
    found = [(start, end, sector) for start, end, sector, _ in find(text, load_lexicon())]
    assert set(spans) <= set(found), write(text)


def test_no_field_is_left_out() -> None:
    tested = {sector for marked in FIELDS for _, _, sector in read(marked)[1]}
    assert tested == {row["sector"] for row in gazetteers.rows("sectors")}


@pytest.mark.parametrize("marked", [*HABITS, *TRAPS])
def test_exactly_these(marked: str) -> None:
    assert write(read(marked)[0]) == marked


@pytest.mark.parametrize(
    ("text", "named", "count"),
    [
        ("Tax Hall staff", (Extent(0, 8), "organization"), 0),
        ("Ministry of Tax rules", (Extent(0, 15), "organization"), 1),
        ("Andrew Tax paid", (Extent(0, 10), "person"), 0),
        ("a tax paid by Andrew", (Extent(14, 20), "person"), 1),
    ],
)
def test_names_that_are_known(text: str, named: tuple[Extent, str], count: int) -> None:
    assert len(find(text, load_lexicon(), [named])) == count


def test_blocked_stretches_are_no_company() -> None:
    text = "The stock exchange closed. Its shares were down."
    assert len(find(text, load_lexicon())) == 2
    assert find(text, load_lexicon(), blocked=[Extent(0, 26)]) == []


def test_what_is_found_does_not_depend_on_line_ends() -> None:
    text = "Central banks and textile mills in every country raised export prices of natural gas."
    wrapped = text.replace(" ", "\n  ")
    labels = [found.label for found in find(text, load_lexicon())]
    assert labels == [found.label for found in find(wrapped, load_lexicon())] != []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("oil bank Tax-’'\n.&AI5G /@:"), max_size=80))
def test_any_text_is_read(text: str) -> None:
    for start, end, sector, rule in find(text, load_lexicon()):
        assert 0 <= start < end <= len(text)
        assert sector and rule


def test_the_component_sets_spans(nlp: Language) -> None:
    doc = nlp("The drugmaker will build a solar farm.")
    assert [(span.text, span.label_) for span in doc.spans["sectors"]] == [
        ("drugmaker", "pharmaceuticals"),
        ("solar farm", "clean_energy"),
    ]
