"""A user's own parties in texts: which names they win over, and how the tables call them."""

from __future__ import annotations

import pytest

import pipeline

LIST = """name,type,country,aliases,role
Acme,organization,USA,Acme Widgets|AW|Acme d'Or,client
Zubrowka Mining,organization,POL,Zubro,
Jane Q. Public,person,GBR,Madam Q|Public,ambassador
Kenya,country,,Land of Runners,
Georgia Works,organization,,,
3Z Labs,organization,,3Z,
"""
# the text, and its parties as 'name: form form ...', in order
EXAMPLES = [
    # an alias stands for the list's name
    ("Acme rose and AW fell.", ["Acme: name alias"]),
    ("Only Zubro fell.", ["Zubrowka Mining: alias"]),
    ("Madam Q spoke to Mr Public.", ["Jane Q. Public: alias alias"]),
    ("The Land of Runners won, and Kenyan fans sang.", ["Kenya: alias demonym"]),
    # the longest form, whatever the blanks and apostrophes
    ("Acme Widgets fell.", ["Acme: alias"]),
    ("Acme\nWidgets fell.", ["Acme: alias"]),
    ("Acme  Widgets fell.", ["Acme: alias"]),
    ("Acme d’Or opened.", ["Acme: alias"]),
    # as it is written, and whole words alone
    ("ACME and acme fell.", []),
    ("Acmestan and McAcme fell.", []),
    ("The site www.Acme.com and info@Acme.com fell.", []),
    ("Acme-led shares and pro-Acme votes", ["Acme: name name"]),
    ("Acme’s plan and (Acme) and “Acme”.", ["Acme: name name name"]),
    ("3Z and 3Z Labs hired 20 people.", ["3Z Labs: alias name"]),
    # a longer name of the rules is something else, but for a legal form
    ("The Acme Foundation gave.", ["Acme Foundation: name"]),
    ("He sang at the Acme Arena.", []),
    ("Acme, Inc. said it would pay.", ["Acme: alias"]),
    ("Acme Ltd. rose. Acme fell.", ["Acme: short name"]),
    # names of the rules in a form of the list are not counted for themselves
    ("The Georgia Works said so.", ["Georgia Works: name"]),
    ("Germany and Acme signed.", ["Germany: name", "Acme: name"]),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_own_list(text: str, expected: list[str]) -> None:
    result = pipeline.extract(text, lexicon=LIST)
    forms = result.mentions.groupby("party_id", sort=False).form.agg(" ".join)
    assert [f"{name}: {forms[key]}" for key, name in result.parties[["party_id", "name"]].itertuples(index=False)] == (
        expected
    )


# the text, and role and country of its listed party
FACTS = [
    ("Acme rose.", "client", "USA"),
    ("Acme of Germany rose.", "client", "DEU"),
    ("Jane Q. Public spoke.", "ambassador", "GBR"),
    ("Prime Minister Jane Q. Public spoke.", "Prime Minister", "GBR"),
    ("Kenyan Prime Minister Jane Q. Public spoke.", "Prime Minister", "KEN"),
    ("Zubro rose.", "", "POL"),
]


@pytest.mark.parametrize(("text", "role", "country"), FACTS, ids=[text for text, *_ in FACTS])
def test_role_and_country_are_the_lists_where_the_text_says_none(text: str, role: str, country: str) -> None:
    parties = pipeline.extract(text, lexicon=LIST).parties.fillna("")
    party = parties[parties.rule == "own list"].iloc[0]
    assert (party.role, party.country) == (role, country)


def test_aliases_are_the_forms_in_the_text() -> None:
    parties = pipeline.extract("Zubro rose. Zubro fell.", lexicon=LIST).parties
    assert parties[["name", "type", "aliases", "rule", "mentions"]].to_numpy().tolist() == [
        ["Zubrowka Mining", "organization", "Zubro", "own list", 2]
    ]


def test_another_text_knows_nothing_of_the_list() -> None:
    assert len(pipeline.extract("Zubro said so.", lexicon=LIST).parties) == 1
    assert len(pipeline.extract("Zubro said so.").parties.query("rule == 'own list'")) == 0
