"""Payers and receivers, read by the whole program: 'payer > receiver' of the first sum of money or the deal.

'Japan + India > Kenya': both pay; '> Kenya': nobody is said to pay; '' must stay empty.
"""

from __future__ import annotations

import pytest

import pipeline

FIGURES = [  # sentence, roles
    ("Japan will invest $67bn in India.", "Japan > India"),
    ("Japan plans to invest $67 billion in India over five years.", "Japan > India"),
    ("Japan might invest $67bn in India.", "Japan > India"),
    ("Japan did not invest $67bn in India.", "Japan > India"),
    ("Japan has agreed to lend Kenya $50 million.", "Japan > Kenya"),
    ("Japan lent $50 million to Kenya.", "Japan > Kenya"),
    ("Japan and Norway will lend Kenya $50 million.", "Japan + Norway > Kenya"),
    ("Japan, Norway and Chile gave $50 million to Kenya.", "Chile + Japan + Norway > Kenya"),
    ("Norway donated $12 million to Kenya and Uganda.", "Norway > Kenya + Uganda"),
    ("Pfizer was fined $20m by Italy.", "Pfizer > Italy"),
    ("Pfizer has been fined $20 million.", "Pfizer >"),
    ("Italy fined Pfizer $20 million.", "Pfizer > Italy"),
    ("Italy imposed a $20 million fine on Pfizer.", "Pfizer > Italy"),
    ("Pfizer paid a $20 million fine to Italy.", "Pfizer > Italy"),
    ("Kenya received a $50m loan from the World Bank.", "World Bank > Kenya"),
    ("Kenya received a loan of $50m from the World Bank.", "World Bank > Kenya"),
    ("The World Bank approved a $50m loan for Kenya.", "World Bank > Kenya"),
    ("The World Bank has approved a loan of $50 million to Kenya.", "World Bank > Kenya"),
    ("A $50 million loan to Kenya was approved by the World Bank.", "World Bank > Kenya"),
    ("Kenya was given $50 million by Japan.", "Japan > Kenya"),
    ("Kenya was granted a $50 million loan by Japan.", "Japan > Kenya"),
    ("Some $50 million was given to Kenya by Japan.", "Japan > Kenya"),
    ("The $50 million pledged by Japan has not arrived.", "Japan >"),
    ("India bought oil from Russia for $2bn.", "India > Russia"),
    ("India bought $2bn of oil from Russia.", "India > Russia"),
    ("Pfizer will buy Seagen for $43 billion.", "Pfizer >"),
    ("Boeing sold jets to Chile for $2 billion.", "Chile > Boeing"),
    ("Toyota has secured a $4bn contract from Poland.", "Poland > Toyota"),
    ("Poland awarded Boeing a $4 billion contract.", "Poland > Boeing"),
    ("Poland awarded a $4 billion contract to Boeing.", "Poland > Boeing"),
    ("Boeing was awarded a $4 billion contract by Poland.", "Poland > Boeing"),
    ("Google raised $200m from Toyota.", "Toyota > Google"),
    ("Google has raised $200 million.", "> Google"),
    ("The minister welcomed aid of $10m to Ukraine.", "> Ukraine"),
    ("Norway announced $10 million in aid to Ukraine.", "Norway > Ukraine"),
    ("Norway will provide Ukraine with $10 million in aid.", "Norway > Ukraine"),
    ("Norway pledged $10 million for Ukraine.", "Norway > Ukraine"),
    ("The Norwegian government pledged $10 million to Ukraine.", "Norway > Ukraine"),
    ("Pfizer's $43 billion acquisition of Seagen was praised.", "Pfizer >"),
    ("Japan's plan to invest $67bn in India was praised.", "Japan > India"),
    ("Google said on Monday that it would invest $2 billion in Poland.", "Google > Poland"),
    ("The United States urged Japan to invest $550 billion.", "Japan >"),
    ("Kenya owes China $6 billion.", "Kenya > China"),
    ("The recall cost Toyota $2 billion.", "Toyota >"),
    ("Toyota spent $2 billion on the recall.", "Toyota >"),
    ("Kenya borrowed $50 million from China.", "China > Kenya"),
    ("Kenya will get $50 million from China.", "China > Kenya"),
    ("India will pay Russia $5 billion for the missiles.", "India > Russia"),
    ("Apple was ordered to pay Ireland $14 billion.", "Apple > Ireland"),
    ("Indian refiners paid Russia $5 billion.", "India > Russia"),
    ("Turkey placed a $2 billion order with Airbus.", "Turkey > Airbus"),
    ("Australia also pledges $150 million in aid.", "Australia >"),
    ("The World Bank is lending $50 million to Kenya.", "World Bank > Kenya"),
    ("The railway was funded by a $50 million loan from China.", "China >"),
    # not plain
    ("Toyota awarded $2 billion contract", ""),
    ("Google (GGL), the parent of the carmaker Toyota, has won $2 billion.", ""),
    ("Exports from Japan to India rose to $5 billion.", ""),
    ("Japan raised its budget to $5 billion.", ""),
    ("Trade between Japan and India reached $5 billion.", ""),
    ("Japan said that aid worth $5 billion was needed.", ""),
    ("Toyota earned $5 billion in Japan.", ""),
    ("Shares in Toyota fell to $50.", ""),
    ("Google and Poland signed a $2 billion agreement.", ""),
    ("Kenya's $50 million loan was criticised.", ""),
    ("Toyota is worth $300 billion.", ""),
    ("Kenya's debt to China stands at $6 billion.", ""),
    ("Officials in Japan said the railway would cost $6 billion.", ""),
    ("The price of oil from Russia rose to $60 a barrel.", ""),
    ("Japan agreed with Kenya to spend $5 million on the port.", ""),
    ("Kenya saw prices rise by $5 after Japan left.", ""),
]


def _told(text: str, table: str) -> str:
    result = pipeline.extract(text, published="2025-08-30")
    names = dict(zip(result.parties.party_id, result.parties.name, strict=True))
    links = result.links[(result.links.from_table == table) & (result.links.relation == "party")]
    if len(links):
        links = links[links.from_id == links.from_id.iloc[0]]
    sides = [
        " + ".join(sorted(names[link.to_id] for link in links.itertuples() if link.role == role))
        for role in ("payer", "receiver")
    ]
    return " > ".join(sides).strip() if any(sides) else ""


@pytest.mark.parametrize(("text", "roles"), FIGURES)
def test_of_a_sum_of_money(text: str, roles: str) -> None:
    assert _told(text, "figures") == roles


DEALS = [  # sentence, roles
    ("Japan will invest $67bn in India.", "Japan > India"),
    ("The World Bank approved a $50m loan for Kenya.", "World Bank > Kenya"),
    ("The World Bank approved a loan for Kenya.", "World Bank > Kenya"),
    ("Toyota has secured a contract from Poland.", "Poland > Toyota"),
    ("Pfizer agreed to buy Seagen for $43 billion.", "Pfizer >"),
    ("Japan's $67bn investment in India was praised.", "Japan > India"),
    ("Japan's $5 million grant to Kenya was praised.", "Japan > Kenya"),
    ("Kenya's $5 million loan from Japan was praised.", "Japan > Kenya"),
    ("Japan and India signed a defence pact.", ""),
    ("Japan will host the G20 summit.", ""),
]


@pytest.mark.parametrize(("text", "roles"), DEALS)
def test_of_a_deal(text: str, roles: str) -> None:
    assert _told(text, "deals") == roles


def test_a_conversion_has_the_roles_of_its_original() -> None:
    links = pipeline.extract("Japan will invest 10 trillion yen ($67 billion) in India.", published="2025-08-30").links
    parties = links[(links.from_table == "figures") & (links.relation == "party")]
    assert len(parties) == 4
    assert sorted(parties.role) == ["payer", "payer", "receiver", "receiver"]


def test_only_money_has_roles() -> None:
    links = pipeline.extract("Japan gave Kenya 500 buses.", published="2025-08-30").links
    assert set(links[links.from_table == "figures"].role) <= {""}
