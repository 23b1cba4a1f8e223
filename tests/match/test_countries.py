"""Countries marked in place: '[Tokyo](country)’s decision'; what is not marked is no mention of a country.

Seats stand in pairs: the government, and beside it the plain place.
"""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from pipeline.match.countries import find_entry

_MARK = re.compile(r"\[([^\[\]]+)\]\(([A-Z]{3})\)")

NAMES = [
    # long and short forms
    "The [Republic of Korea](KOR) and the [Democratic People's Republic of Korea](PRK) talked.",
    "The [Russian Federation](RUS) and the [People’s Republic of China](CHN) voted.",
    "[Britain](GBR), the [United Kingdom](GBR), is an island.",
    "the [Kingdom of Saudi Arabia](SAU) and the [Hashemite Kingdom of Jordan](JOR)",
    "[Ivory Coast](CIV), also called [Côte d’Ivoire](CIV), and [Cape Verde](CPV)",
    "[Türkiye](TUR), [Czechia](CZE), [Burma](MMR), [Swaziland](SWZ), [East Timor](TLS) and [Holland](NLD)",
    "[Trinidad and Tobago](TTO), [Bosnia and Herzegovina](BIH) and [Antigua and Barbuda](ATG) signed.",
    "[St. Lucia](LCA), [St Kitts and Nevis](KNA) and [São Tomé and Príncipe](STP) signed.",
    "[Hong Kong](HKG), [Macau](MAC), [Taiwan](TWN) and [Puerto Rico](PRI)",
    "[Papua New Guinea](PNG), [Equatorial Guinea](GNQ), [Guinea-Bissau](GNB) and [Guinea](GIN)",
    "[North Macedonia](MKD) and [South Sudan](SSD) joined; [Sudan](SDN) left.",
    "[Niger](NER) and [Nigeria](NGA), [Dominica](DMA) and the [Dominican Republic](DOM)",
    "[Mali](MLI), [Malawi](MWI), [Maldives](MDV) and [Malta](MLT) voted for it.",
    # abbreviations
    "the [U.S.](USA), the [US](USA) and the [USA](USA)",
    "The [U.S.](USA) imposed tariffs on [U.K.](GBR) steel.",
    "the [UK](GBR), the [UAE](ARE), the [DRC](COD) and the [ROK](KOR)",
    "[UK](GBR)-listed firms and [US](USA)-made cars",
    "[DPRK](PRK) soldiers and [KSA](SAU) officials",
    # adjectives
    "[French](FRA), [German](DEU), [Greek](GRC) and [Swiss](CHE) banks",
    "[Saudi](SAU), [Qatari](QAT), [Kuwaiti](KWT), [Omani](OMN), [Bahraini](BHR) and [Emirati](ARE) funds",
    "[Burkinabe](BFA), [Ivorian](CIV), [Malagasy](MDG) and [Basotho](LSO) miners",
    "[Sri Lankan](LKA), [Bangladeshi](BGD), [Nepali](NPL) and [Bhutanese](BTN) workers",
    "[Kyrgyz](KGZ), [Tajik](TJK), [Uzbek](UZB), [Turkmen](TKM) and [Kazakh](KAZ) gas",
    "[Costa Rican](CRI) coffee, [Salvadoran](SLV) sugar and [New Zealand](NZL) lamb",
    "[North Korean](PRK) and [South Korean](KOR) envoys met [South African](ZAF) ones.",
    "pro-[Russian](RUS) rebels and anti-[American](USA) slogans",
    "[Russian](RUS)-backed forces and [Chinese](CHN)-made drones",
    # inhabitants
    "The [Dutch](NLD), the [Swiss](CHE), the [Irish](IRL) and the [Chinese](CHN) agreed.",
    "[Britons](GBR), [Spaniards](ESP), [Swedes](SWE), [Danes](DNK), [Finns](FIN) and [Poles](POL) voted.",
    "[Filipinos](PHL), [Iraqis](IRQ), [Israelis](ISR), [Yemenis](YEM) and [Emiratis](ARE) left.",
    "[New Zealanders](NZL), [Hong Kongers](HKG), [Icelanders](ISL) and [Luxembourgers](LUX) came.",
    "a [Frenchman](FRA), an [Irishman](IRL), a [Dutchman](NLD) and a [Scot](GBR)",
    "two [Dutchwomen](NLD) and three [Frenchwomen](FRA)",
    "two [Kenyans](KEN), a [Ghanaian](GHA) and a [Zimbabwean](ZWE)",
]

PAIRS = [
    "[Tokyo](JPN)’s decision to proceed",
    "talks in Tokyo",
    "[Washington](USA) warned that it would act.",
    "The march through Washington began.",
    "[Beijing](CHN) accused the two of dumping.",
    "He flew to Beijing on Friday.",
    "ties with [Moscow](RUS) cooled",
    "a hotel near Moscow",
    "[Pyongyang](PRK) said it had fired a missile.",
    "A parade was held in Pyongyang.",
    "[Tehran](IRN)’s nuclear programme",
    "an earthquake near Tehran",
    "pressure on [Ankara](TUR) grew",
    "the road from Ankara",
    "[London](GBR) and [Paris](FRA) have agreed on a plan.",
    "Shops in London and Paris opened.",
    "Relations between [New Delhi](IND) and [Islamabad](PAK) are poor.",
    "The train between New Delhi station and the suburbs is slow.",
    "[Seoul](KOR) will send an envoy.",
    "Seoul residents queued.",
    "They urged [Kyiv](UKR) to talk.",
    "They left Kyiv at night.",
    "[Berlin](DEU) insisted that it would pay.",
    "Berlin-based startups hired.",
    "[Canberra](AUS)’s response was quick.",
    "Canberra airport reopened.",
    "a deal with [Riyadh](SAU)",
    "a factory in Riyadh",
    "[Jakarta](IDN) banned exports of nickel.",
    "floods across Jakarta",
    "The [Kremlin](RUS) denied it.",
    "[Downing Street](GBR) declined to comment.",
    "the [White House](USA) said",
]

TRAPS = [
    # states, rivers, seas, animals, people
    "Snow fell in Atlanta and across Georgia.",
    "[Georgia](GEO) and Abkhazia talked in Tbilisi.",
    "Georgia Governor Brian Kemp signed it.",
    "Georgia Republicans voted.",
    "Jordan Spieth won.",
    "Michael Jordan scored.",
    "[Jordan](JOR) sent aid.",
    "He ate roast turkey with his family.",
    "Shoppers bought a Turkey breast.",
    "[Turkey](TUR) raised rates.",
    "Chad Smith plays drums.",
    "[Chad](TCD) closed its border.",
    "She kept a guinea pig and a Guinea pig.",
    "guinea fowl and Guinea worm disease",
    "[Guinea](GIN) exports bauxite.",
    "Boats sank on the Congo River.",
    "the Congo river and the Congo basin",
    "the [Democratic Republic of the Congo](COD)",
    "[Northern Ireland](GBR) voted.",
    "[Ireland](IRL) voted.",
    "American Airlines and British Airways flew.",
    "the Bank of China and the Bank of England",
    "China Mobile, Air India and Singapore Airlines rose.",
    "the Indian Ocean, the South China Sea and the Sea of Japan",
    "the Gulf of Mexico and the Gulf of Guinea",
    "the Panama Canal and the English Channel",
    "She won the US Open and the French Open.",
    "the Australian Open, the Canadian Open and the Japanese Grand Prix",
    "New Mexico and New England",
    "Paris Hilton sang.",
    "Vienna, Virginia",
    "Native Americans and African Americans",
    "Latin America and South America",
    "North America and Central America",
    "a Swiss army knife, French fries and two German shepherds",
    "India Today and the Times of India reported.",
    "the Washington Post and the New York Times",
    "Israel Katz spoke.",
    "Chad Bianco and Georgia Meloney ran.",
    "Jersey City and New Jersey",
    "[Jersey](JEY) taxes no profits.",
    "[Guam](GUM) and the [British Virgin Islands](VGB)",
    "It opened in Lebanon, Pennsylvania, and in Peru, Indiana.",
    "offices in [Germany](DEU), California and Texas",
    "the Battle of Britain",
    "the [Niger](NER) government and the Niger delta",
    "Brazil nuts and Panama hats",
    "the University of Cyprus and the University of Malta",
    "the [Central African Republic](CAF) and Central Africa",
    "the African Union and the Arab League",
    "the Korean Peninsula",
]


@pytest.mark.parametrize("marked", [*NAMES, *PAIRS, *TRAPS])
def test_countries(nlp: Language, marked: str) -> None:
    text = _MARK.sub(r"\1", marked)
    doc = nlp(text)
    spans = [span for span in doc.spans["parties"] if span.label_ == "country"]
    assert [span.text for span in spans] == [mark[1] for mark in _MARK.finditer(marked)]
    assert [find_entry(span.text).key for span in spans] == [mark[2] for mark in _MARK.finditer(marked)]
