"""Names in the light of the whole article: short forms, abbreviations, lists, and what the words around decide."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from pipeline.label.abbreviations import abbreviates, find_definitions, flat
from pipeline.label.cues import Votes, is_abbreviated, is_denied, votes
from pipeline.label.forms import can_be_name, can_be_witnessed, is_borne_out, label_of_form
from pipeline.label.lexicon import GPE, NORP, ORG, PERSON, PLACE, Lexicon, opens_country
from pipeline.label.names import UNKNOWN, Name
from pipeline.label.neighbours import told_by_neighbour, with_countries_inside, with_full_names
from pipeline.label.persons import core_words

# what stands between the members of a list
_SEPARATOR = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*&\s*")
_OPENS = re.compile(r"(?:^|[\n\"“]|[.!?].)$")
_WORD = re.compile(r"[^\s-]+")

# of how many mentions the model is asked
_ASKED = 2
# gives PERSON or ORG by form for names that the rules leave open
Ask = Callable[[Sequence[Name]], Mapping[str, str]]


class DocumentNames:
    """Decides the candidates of one article; ``ask`` is asked about those that stay open."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        names: Sequence[Name],
        headlines: Iterable[tuple[int, int]],
        ask: Ask | None = None,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.names = with_countries_inside(text, lexicon, names)
        self.headlines = tuple(headlines)
        self.states = {name.key for name in self.names if name.label in (GPE, NORP)}
        self.ask = ask
        self.known: dict[str, tuple[str, str]] = {}
        self.defined: dict[str, str] = {}
        self.denied: set[str] = set()
        self._by_form: dict[str, list[Name]] = defaultdict(list)
        self._votes: dict[str, Votes] = {}

    def decided(self) -> list[Name]:
        """The names that stay, each with a label."""
        for name in self.names:
            if name.label in (PERSON, ORG) and name.strong:
                self._learn(name)
        self._read_definitions()
        self._read_lists()
        self._read_cues()
        self._read_lists()
        self._read_witness()
        final = [name for name in map(self._final, self.names) if name is not None]
        return with_full_names(self.lexicon, final, self._form)

    def _form(self, name: Name) -> str:
        return flat(self.text[name.start : name.end])

    def _in_headline(self, name: Name) -> bool:
        index = bisect_right(self.headlines, (name.start, len(self.text) + 1)) - 1
        return index >= 0 and name.start < self.headlines[index][1]

    def _learn(self, name: Name) -> None:
        """Later short forms of a full name: the surname of a person, a company without its legal form."""
        form = self._form(name)
        self.known.setdefault(form, (name.label, name.key or form))
        words, lexicon = form.split(), self.lexicon
        if name.label == PERSON:
            if len(words) > 1:
                self._learn_short(core_words(words)[-1], PERSON, form)
            for at in range(1, len(words) - 1):
                if words[at] in lexicon.particles:
                    self._learn_short(" ".join([words[at].capitalize(), *words[at + 1 :]]), PERSON, form)
            return
        stem = list(words)
        while len(stem) > 1 and (stem[-1] in lexicon.legal or stem[-1] in lexicon.heads or stem[-1] == "&"):
            stem.pop()
        if stem != words and stem[0].lower() not in lexicon.common and " ".join(stem) not in lexicon.phrases:
            self._learn_short(" ".join(stem), ORG, name.key or form)

    def _learn_short(self, short: str, label: str, full: str) -> None:
        word = short.lower()
        if label == ORG and (word in self.lexicon.common or short in self.lexicon.given or opens_country(short)):
            return
        if len(short) > 1:
            self.known.setdefault(short, (label, full))

    def _read_definitions(self) -> None:
        """An abbreviation in brackets is what its long form is."""
        by_end = {name.end: name for name in self.names}
        for definition in find_definitions(self.text):
            long = by_end.get(definition.start)
            entry = self.lexicon.phrases.get(definition.short)
            plain = definition.short in self.lexicon.plain_capitals and not abbreviates(
                definition.short, definition.long
            )
            if long is not None and long.label == ORG and not plain:
                self.defined[definition.short] = long.key or self._form(long)
                self.known[definition.short] = (ORG, self.defined[definition.short])
                continue
            spelt = abbreviates(definition.short, definition.long) or (long is None and not definition.long)
            if spelt and (entry is None or entry.label != GPE):
                self.denied.add(definition.short)

    def _read_cues(self) -> None:
        """Each unknown form once, by the words around all its mentions."""
        evidence: dict[str, Votes] = defaultdict(Votes)
        for previous, name in pairwise([None, *self.names]):
            if name is None or name.label != UNKNOWN or self._in_headline(name):
                continue
            form = self._form(name)
            seen = votes(self.text, name.start, name.end)
            evidence[form] += seen + told_by_neighbour(self.text, self.lexicon, previous, name, seen)
        for form, seen in evidence.items():
            if form in self.known or form in self.denied:
                continue
            words = form.split()
            if len(words) > 1:
                # 'Galina Balmos ... Balmos' is a person, 'Granary Hill ... Granary' a body
                alone = Votes(person=int(words[-1] in evidence), body=int(words[0] in evidence))
            else:
                alone = Votes()
            label = label_of_form(self.lexicon, form, seen + alone)
            if label:
                self.known[form] = (label, form)
                if label == PERSON:
                    self._learn_short(form.split()[-1], PERSON, form)
                elif words[0] in evidence and len(words) > 1 and can_be_name(self.lexicon, words[0]):
                    self._learn_short(words[0], ORG, form)

    def _read_witness(self) -> None:
        """What the model says of names of several words that are still open; of single ones it knows too little."""
        if self.ask is None:
            return
        names: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            if name.label == UNKNOWN and not self._in_headline(name):
                names[self._form(name)].append(name)
        asked = [
            name
            for form, mentions in names.items()
            if " " in form
            and form not in self.known
            and form not in self.denied
            and can_be_witnessed(self.lexicon, form)
            for name in mentions[:_ASKED]
        ]
        for form, label in self.ask(asked).items() if asked else ():
            seen = self._all_votes(form)
            if all(is_denied(self.text, n.start, n.end, label) for n in names[form]) or not (
                is_borne_out(self.lexicon, form, label, seen)
                or (label == ORG and any(is_abbreviated(self.text, n.end) for n in names[form]))
            ):
                continue
            self.known[form] = (label, form)
            if label == PERSON:
                self._learn_short(form.split()[-1], PERSON, form)

    def _read_lists(self) -> None:
        """Members of a list are of one kind: 'ASEAN, UNESCO and Oxfam'."""
        label = ""
        for previous, name in pairwise([None, *self.names]):
            if name is None:
                continue
            form = self._form(name)
            known = name.label or self.known.get(form, ("", ""))[0]
            listed = previous is not None and label and _SEPARATOR.fullmatch(self.text, previous.end, name.start)
            if not known and listed and self._listable(form, label):
                known = label
                self.known[form] = (label, form)
            label = known if known in (PERSON, ORG) and not self._in_headline(name) else ""

    def _listable(self, form: str, label: str) -> bool:
        if form in self.denied or form.upper() in self.lexicon.plain_capitals or (label == PERSON and form.isupper()):
            return False
        return can_be_name(self.lexicon, form)

    def _final(self, name: Name) -> Name | None:
        """The name with its label, or None if it is no name."""
        form = self._form(name)
        if name.label == UNKNOWN:
            return None if form in self.denied else self._resolved(name, form)
        if name.label == ORG and form in self.defined:
            return name._replace(key=self.defined[form], rule="abbreviation")
        if name.rule == "weak head":
            return self._weak(name, form)
        if name.rule == "ambiguous":
            return self._unambiguous(name, form)
        if name.label == "FAC" and name.rule == "deal":
            # 'fund manager Granary Hill, which owns 9.9 per cent'
            seen = votes(self.text, name.start, name.end)
            return name._replace(label=ORG) if seen.body > seen.place and not self._in_headline(name) else name
        if name.label == PLACE and not name.key and form in self.known:
            label, key = self.known[form]
            return name._replace(label=label, key=key, rule="short form")
        return None if name.label == PERSON and form in self.lexicon.deals else name

    def _resolved(self, name: Name, form: str) -> Name | None:
        """An unknown form that the article knows, or the one known word in it: 'Macron Hesitates' in a headline."""
        if form in self.known:
            label, key = self.known[form]
            return name._replace(label=label, key=key if label == ORG else "", rule="known")
        for match in _WORD.finditer(self.text, name.start, name.end):
            word = flat(match.group())
            if word in self.known and word not in self.denied and word.lower() not in self.lexicon.common:
                label, key = self.known[word]
                return Name(match.start(), match.end(), label, "known word", key if label == ORG else "", strong=False)
        return None

    def _weak(self, name: Name, form: str) -> Name | None:
        """A head that is a thing as often as a body: 'Tata Power' does something, 'in Lake Power' does not."""
        if form in self.known:
            return name
        lexicon = self.lexicon
        seen = self._all_votes(form)
        proper = any(can_be_name(lexicon, word) and word not in lexicon.phrases for word in form.split()[:-1])
        return name if seen.body + seen.say + seen.act + proper > seen.place else None

    def _all_votes(self, form: str) -> Votes:
        """The evidence of all mentions of a form together."""
        if not self._by_form:
            for name in self.names:
                self._by_form[self._form(name)].append(name)
        if form not in self._votes:
            self._votes[form] = sum((votes(self.text, name.start, name.end) for name in self._by_form[form]), Votes())
        return self._votes[form]

    def _unambiguous(self, name: Name, form: str) -> Name | None:
        """A name that is a word too: a body unless it opens a sentence without a sign, or is somebody's name."""
        label = self.known.get(form, ("", ""))[0]
        if form in self.denied:
            return None
        if label == PERSON:
            return name._replace(label=PERSON, key="", rule="surname")
        seen = votes(self.text, name.start, name.end)
        state = self.lexicon.phrases[form].country if form in self.lexicon.phrases else ""
        if not label and state and (form.isupper() or form == "Labor") and state not in self.states:
            # 'Philadelphia, PA' in an article that does not speak of Palestine, 'the labor market' with a capital
            return name if form.isupper() and seen.body + seen.say + seen.act + seen.the else None
        if label or form.isupper() or form.lower() not in self.lexicon.common:
            return name
        opens = _OPENS.search(self.text[max(0, name.start - 2) : name.start]) is not None
        return name if (seen.body or seen.say or not opens) and not self._in_headline(name) else None
