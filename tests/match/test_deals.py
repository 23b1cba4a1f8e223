"""Deals in sentences annotated in place: [phrase](kind)."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def unmark(annotated: str) -> tuple[str, list[tuple[str, str]]]:
    return _MARK.sub(r"\1", annotated), _MARK.findall(annotated)


def found(nlp: Language, text: str) -> list[tuple[str, str]]:
    doc = nlp(text)
    return [(span.text, span.label_) for span in doc.spans["deals"]]


NAMED = (
    "They adopted a [Joint Declaration on Security Cooperation](agreement), establishing dialogues.",
    "The two leaders launched the [Japan–India Artificial Intelligence Initiative](initiative) in Tokyo.",
    "It comes with the [Sustainable Fuel Initiative](initiative) and [Battery Supply Chain Partnership](initiative).",
    "Modi arrived for the [15th Annual India–Japan Summit](forum) on Friday.",
    "He will attend the [Shanghai Cooperation Organisation (SCO) Summit](forum) in China.",
    "The [Paris Agreement](agreement) was signed by all of them.",
    "At its centre was the “[Joint Vision for the Next Decade](initiative)”, a roadmap.",
    "Congress passed the [Inflation Reduction Act](law) in August.",
    "Kenya ratified the [Treaty on the Protection of Migratory Birds](agreement).",
    "It fits the [Clean Coast development strategy](initiative) well.",
    "Officials praised the [TIDAL bill](law) and the [2025-26 Budget](law).",
    "Projects such as [Young Maker Labs](project) will follow.",
    "He spoke of the [Freedom to Vote Act](law) again.",
    "Under the [Harbinger scheme](initiative) buses are free.",
    "The governor issued the [Ohio Disaster Declaration](law).",
    "They met at the [Liberal National Convention](forum).",
    "They met at [COP28](forum) and praised [Make in India](initiative).",
)

NOUNS = (
    "Beijing imposed [anti-dumping duties on Australian wine](law).",
    "They signed [117 memorandums of understanding on trade](agreement).",
    "Zambia reached a [deal with creditors](agreement).",
    "The EU adopted its 14th package of [sanctions against Russia](law).",
    "Adani scrapped its [$2.5 billion share sale](transaction).",
    "Siemens won an [order worth 3 billion euros](contract).",
    "They met at the [G20 summit in Bali](forum) last year.",
    "The two sides signed an [action plan for the exchange of 500,000 individuals](agreement) over five years.",
    "A [new factory in Lima](project) is their second.",
    "Under a [separate sharing agreement](agreement), Acme trains crews.",
    "Germany offered a [guarantee of up to EUR300 million](investment).",
    "Tea rose after an [accord between Kenya and its neighbours](agreement) to cut output.",
    "The minister rejected calls for a [wealth tax](law).",
    "The bank approved a [loan of $300 million](investment).",
    "Washington imposed [50% tariffs on Chilean goods](law).",
    "Talks began on a [trade deal with Japan](agreement).",
    "The firm won a [$132 million contract to supply trains](contract).",
    "It prepares a goal of a [manned mission to the Moon](project) by 2040.",
    "Tesco plans more [share buybacks](transaction).",
    "Both sides signed a [memorandum of understanding on fisheries](agreement).",
)

STATED = (
    "Pfizer said it would [acquire Seagen for $43 billion](transaction) in cash.",
    "Air India [ordered 470 aircraft from Airbus](contract) on Monday.",
    "Canada will [ban sales of new petrol cars](law) by 2035.",
    "The firm plans to [spend $1 billion on a desalination plant](investment).",
    "Germany and Norway agreed to [build a hydrogen pipeline](project).",
    "The lender will [buy back shares worth up to 2 billion euros](transaction).",
    "The plan is to [sell a 10% stake in Coal India](transaction) to raise 20 billion rupees.",
    "Novo agreed to [buy Catalent for $16.5 billion](transaction).",
    "The group will [invest Rs 5,000 crore in a plant](investment).",
    "Australia will [contribute US$45 million](investment) to the effort.",
    "The startup [raised $200 million](investment) last week.",
    "Kenya intends to [purchase goods worth $3 billion](contract) from Turkey.",
    "The state will [construct 1,500 homes](project) this year.",
    "Norvik [spun off its forklift arm](transaction) last year.",
    "Borex will [buy back as much as SEK1.5bn of its own shares](transaction).",
    "The navy [ordered 36 radars](contract) in May.",
)

NOTHING = (
    "The minister visited Tokyo and held a call with his counterpart.",
    "The bank raised its payout by 12% to 9.5 cents.",
    "The bank left its key rate at 3.85%.",
    "She is a lawyer with experience in agreements, treaties and contracts.",
    "The International Monetary Fund praised the country's foreign policy.",
    "Bill Clinton and Grant Thornton declined to act.",
    "Families pay income tax and Council Tax every month.",
    "They are in agreement.",
    "Investors sold shares in tech companies on Tuesday.",
    "He bought a house for $2 million in Malibu.",
    "The order book stood at Rs 45,000 crore at the end of March.",
    "The contract is for one year, said the player.",
    "He paid $1 million in order to leave.",
    "The largest Israeli settlement lies north of the city.",
    "They extended low-interest loans and imposed sanctions.",
    "She sat on the Subcommittee on International Finance and Monetary Policy.",
    "The July contract for crude oil expired.",
    "We will act now, as the plan was to rest.",
    "Thousands celebrated Holy Week in Seville.",
    "The Project Manager spoke to the Budget Office.",
    "His views accord with theirs, and violence is a human rights issue.",
    "She gave a press conference in Lima about student loan debt.",
    "The two sides never had a border, and no peace treaty was signed.",
    "They work in close partnership with farmers and build a pipeline of talent.",
    "Funds hold trillions of dollars in financing.",
    "Steven Levy spoke to the Central Conference of American Rabbis.",
    "Borex is offering 500p in cash per share.",
)


@pytest.mark.parametrize("annotated", [*NAMED, *NOUNS, *STATED])
def test_found(nlp: Language, annotated: str) -> None:
    text, expected = unmark(annotated)
    assert found(nlp, text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_not_found(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_hard_wrapped_name(nlp: Language) -> None:
    text = "They signed the Joint Declaration on\n    Security Cooperation in Tokyo."
    assert found(nlp, text) == [("Joint Declaration on\n    Security Cooperation", "agreement")]


@pytest.mark.parametrize("text", ["", " ", "Act", "Deal of of of", "Agreement " * 400, "$" * 300 + " deal", "(" * 500])
def test_odd_input(nlp: Language, text: str) -> None:
    found(nlp, text)
