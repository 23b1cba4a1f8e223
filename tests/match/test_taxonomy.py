"""A user's own taxonomy: what it adds, changes and replaces, and which files are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline
from pipeline import gazetteers
from pipeline.match.sector_lexicon import load_lexicon
from pipeline.match.sector_taxonomy import own_rows, taxonomy, taxonomy_text
from pipeline.match.sectors import find
from pipeline.settings import SettingsError, load
from tests.refused import refusal

HEAD = "sector,label,parent,isic4,covers\n"
OWN = HEAD + (
    'palm_oil,Palm oil,agriculture,C1040,"oil palm+, {red|crude} palm oil exports, CPO"\n'
    "mills,Oil mills,palm_oil,,crushing mill+\n"
    "sport_shoes,Sport shoes,textiles,C1520,\n"
    'steel,,,C241,"blue steel, brand new ore"\n'
)

MANY = (
    OWN + "rods,Fuel rods,nuclear,,solar farm+\n"
    "farms,Farms,,,farm rod\n"
    "sunny,Sun shine,,,solar\n"
    'b,B1,,,x rays\na,A1,b,,x rays\nc,C1,a,,"x rays, old rays"\nd,D1,b,,old rays\n'
    "it,IT,,,\n"
    "ai_chips,AI Chips,,,\n"
    'meat,"Meat, beasts and others",,,hams\n'
    "space,Space,,,\n"
)

FOUND = [
    # (text, sectors)
    ("Palm oil fell.", ["palm_oil"]),
    ("An oil palm and two oil palms grew.", ["palm_oil", "palm_oil"]),
    ("CPO fell, and cpo is a word.", ["palm_oil"]),
    ("They built crushing mills.", ["mills"]),
    ("Sales of sport shoes doubled.", ["sport_shoes"]),
    ("crude palm oil exports", ["palm_oil"]),  # a user's term keeps its last word
    ("crude oil exports", ["oil_gas", "trade"]),  # shipped terms stay as they were
    ("blue steel and steelmakers", ["steel", "steel"]),
    ("a solar farm", ["rods"]),  # own terms win over shipped ones as long,
    ("a wind farm rod", ["farms"]),  # even over those that start before
    ("solar power plants", ["clean_energy"]),  # the longer one wins, whosever it is
    ("the x rays", ["c"]),  # of one's own the narrower one
    ("the old rays", ["c"]),
    ("It said it bought IT.", ["it"]),  # capitals throughout mean something in a label
    ("AI chips and AI Chips", ["ai_chips", "ai_chips"]),  # others do not
    ("beasts and others ate hams", ["meat"]),  # a label with a comma is no term
    ("the space between them", []),  # what the shipped row says already is not said anew
]


@pytest.mark.parametrize(("text", "sectors"), FOUND)
def test_own_sectors_are_found(text: str, sectors: list[str]) -> None:
    lexicon = load_lexicon(taxonomy_text(MANY))
    assert [hit.label for hit in find(text, lexicon)] == sectors


ONLY = [
    ("Palm oil and crude oil", ["palm_oil"]),
    ("steelmakers and blue steel", ["steel", "steel"]),  # a sector that ships keeps its terms
    ("solar farms", []),
]


@pytest.mark.parametrize(("text", "sectors"), ONLY)
def test_they_can_be_all_there_are(text: str, sectors: list[str]) -> None:
    own = taxonomy_text(OWN.replace(",agriculture,", ",,").replace(",textiles,", ",,"), only=True)
    lexicon = load_lexicon(own, True)
    assert [hit.label for hit in find(text, lexicon)] == sectors
    assert sorted(taxonomy(own, True)) == ["mills", "palm_oil", "sport_shoes", "steel"]


def test_an_empty_cell_leaves_what_was_there() -> None:
    shipped, merged = taxonomy(), taxonomy(taxonomy_text(OWN))
    assert merged["steel"] == shipped["steel"]._replace(isic4="C241", covers="blue steel, brand new ore")
    assert merged["mills"].isic4 == "C1040"  # a new sector without a code has that of its parent
    assert all(merged[sector] == row for sector, row in shipped.items() if sector != "steel")


def test_the_shipped_taxonomy_as_ones_own_changes_nothing() -> None:
    path = Path(gazetteers.__file__).parent / "sectors.csv"
    for only in (False, True):
        own = taxonomy_text(path, only=only)
        assert {row.covers for row in own_rows(own)} == {""}
        assert load_lexicon(own, only) == load_lexicon()


def test_the_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    head, *lines = OWN.splitlines()
    path = tmp_path / "own.csv"
    path.write_text("\ufeff" + "\r\n".join([head, "# mine", "", *reversed(lines)]), encoding="utf-8")
    assert taxonomy_text(path) == taxonomy_text(str(path)) == taxonomy_text(OWN) == taxonomy_text(taxonomy_text(OWN))


WRONG = [
    # (file, what the sentence says)
    ("", "line 1: the columns must be sector, label, parent, isic4, covers, and 'sector' is missing"),
    ("sector,label,parent,isic4\nx,X,,\n", "'covers' is missing"),
    (HEAD, "line 1: there is no sector below it"),
    (HEAD + "x,X,,C\n", "line 2: it has 4 cells where the head has 5"),
    (HEAD + "x,X,y,C,\n", "line 2: its parent 'y' is no sector of the file or of those that ship"),
    (HEAD + "x,X,y,C,\ny,Y,z,C,\nz,Z,x,C,\n", "line 2: the parents of 'x' lead back to it"),
    (HEAD + "x,X,x,C,\n", "line 2: the parents of 'x' lead back to it"),
    (HEAD + "# mine\nenergy,,coal,,\n", "line 3: the parents of 'energy' lead back to it"),
    (HEAD + "x,X,,C,\ny,Y,,C,\nx,Z,,C,\n", "line 4: 'x' stands in line 2 too"),
    (HEAD + "\nPalm oil,X,,C,\n", "line 3: 'Palm oil' is no id of a sector"),
    (HEAD + "none,X,,C,\n", "line 2: 'none' cannot be the id of a sector"),
    (HEAD + "x,,,C,\n", "line 2: the new sector 'x' has no label"),
    (HEAD + "x,X,,29.1,\n", "line 2: isic4 is '29.1', not a code of ISIC Rev. 4"),
    (HEAD + 'x,X,,C,"one, {two|three"\n', "line 2: a brace is not closed in the term '{two|three'"),
    (HEAD + 'x,X,,C,"{two,three} more"\n', "line 2: a brace is not closed in the term '{two'"),
    (HEAD + "x,X,,C,two} more\n", "line 2: a brace is not opened in the term 'two} more'"),
    (HEAD + f"x,X,,C,{'{' * 999}a{'}' * 999}\n", "are too deep"),
    (HEAD + "x,X,,C,{@no_list} more\n", "line 2: the term '{@no_list} more' calls a list 'no_list' that is not there"),
    (HEAD + 'x,X,,C,"one, -+"\n', "line 2: the term '-+' has no word"),
    (HEAD + 'x,"X"x,,C,\n', "line 2: "),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_wrong_file_is_one_sentence_that_names_file_and_line(text: str, said: str, tmp_path: Path) -> None:
    assert said in refusal("taxonomy", text, tmp_path)


def test_files_that_cannot_be_read_and_settings_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(HEAD.encode() + b"x,X,,C,\n\xff")
    with pytest.raises(SettingsError, match="line 3: it is not UTF-8 text"):
        load(taxonomy=path)
    with pytest.raises(SettingsError, match="the file cannot be read"):
        load(taxonomy=tmp_path)
    with pytest.raises(SettingsError, match="taxonomy-only asks for a file"):
        load(taxonomy_only=True)
    path.write_text(HEAD + "x,X,energy,C,\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="line 2: its parent 'energy' is no sector of the file"):
        load(taxonomy=path, taxonomy_only=True)


def test_arguments_then_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(f"{HEAD}{name},{name},,C,\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIDINGS_TAXONOMY", "two.csv")
    monkeypatch.setenv("TIDINGS_TAXONOMY_ONLY", "true")
    assert load().taxonomy == f"{HEAD}two,two,,C,\n"
    assert load(taxonomy="one.csv").taxonomy == f"{HEAD}one,one,,C,\n"
    assert load().taxonomy_only


def test_rows_have_the_code_of_the_merged_taxonomy() -> None:
    def found(**settings: object) -> list[tuple[str, str]]:
        table = pipeline.extract("The firm sold palm oil from crushing mills and steelmakers.", **settings).sectors
        return list(zip(table["sector"], table["isic4"], strict=True))

    shipped = found()
    assert ("palm_oil", "C1040") not in shipped
    assert found(taxonomy=OWN) == [("palm_oil", "C1040"), ("mills", "C1040"), ("steel", "C241")]
    assert found() == shipped  # one pipeline does not change another


def test_workers_and_one_process_write_the_same_bytes(tmp_path: Path) -> None:
    texts = tmp_path / "in"
    texts.mkdir()
    for number in range(20):
        (texts / f"{number}.txt").write_text(f"Palm oil rose {number} percent.\n", encoding="utf-8")
    own = tmp_path / "own.csv"
    own.write_text(OWN, encoding="utf-8")
    for jobs in (1, 2):
        pipeline.run(texts, tmp_path / str(jobs), taxonomy=own, jobs=jobs, formats=("csv",))
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n).glob("*.csv")} for n in ("1", "2"))
    assert one == two
    assert one["sectors.csv"].count(b",palm_oil,C1040,") == 20
