"""Spans to deals with values; one deal per agreement, with its later mentions."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.contract import Article, Deal, Extent
from pipeline.label.tokenizer import text_of
from pipeline.match.spans import blocked
from pipeline.normalise.deal_identity import Identity, bare, identity, same
from pipeline.normalise.deal_mentions import with_back_mentions
from pipeline.normalise.deal_status import status_of
from pipeline.normalise.deal_titles import named_after, retold, same_sum, summed_up, title_end
from pipeline.settings import Settings

# How many deals back one may be named again; no article of one story has as many.
_LOOKED_BACK = 150


def read_deals(doc: Doc, article: Article, settings: Settings) -> tuple[Deal, ...]:
    """The deals of ``doc.spans["deals"]``, in order of the text; later mentions are joined to the first."""
    text = text_of(doc)
    sentences = [Extent(sent.start_char, sent.end_char) for sent in doc.sents]
    deals: list[Deal] = []
    mentions: list[list[Extent]] = []
    known: list[Identity] = []
    titled = title_end(text)
    index = 0
    for span in doc.spans.get("deals", ()):
        while index + 1 < len(sentences) and sentences[index].end <= span.start_char:
            index += 1
        extent = Extent(span.start_char, span.end_char)
        name = " ".join(span.text.split())
        new = identity(name, span.label_, span.id_)
        status = status_of(text, extent, sentences[index], span.label_, span.id_, new.noun)
        recent = range(max(0, len(known) - _LOOKED_BACK), len(known))
        position = next((i for i in recent if same(known[i], new)), None)
        if position is None and text[max(0, extent.start - 4) : extent.start].lower() == "the " and bare(new):
            # 'The order, worth $11.7 billion, ...' takes up the last order.
            position = next((i for i in reversed(recent) if _taken_up(known[i], new)), None)
        if position is None and span.id_ == "name":
            reach = ((i, mentions[i][-1].end) for i in reversed(recent))
            position = next((i for i, end in reach if named_after(text, known[i], new, (end, extent.start))), None)
        from_title = extent.start - titled
        if position is None and titled and from_title >= 0:
            position = next(
                (
                    i
                    for i in recent
                    if deals[i].end <= titled
                    and (
                        same_sum(known[i], new)
                        or (len(mentions[i]) == 1 and retold(known[i], new, (deals[i].rule, span.id_), from_title))
                    )
                ),
                None,
            )
            if position is not None and summed_up(known[position]):
                deals[position] = replace(deals[position], kind=new.kind, status=status or deals[position].status)
                known[position] = replace(known[position], kind=new.kind)
        if position is None:
            deals.append(Deal(extent.start, extent.end, name, span.label_, span.id_, status))
            mentions.append([extent])
            known.append(new)
            continue
        old = deals[position]
        fuller = len(name) > len(old.name) and not new.amount
        deals[position] = replace(
            old,
            name=name if fuller else old.name,
            status=old.status or status,
        )
        mentions[position].append(extent)
        if fuller or len(new.words) > len(known[position].words):
            known[position] = known[position].joined(new)
    found = [replace(deal, mentions=tuple(places)) for deal, places in zip(deals, mentions, strict=True)]
    return with_back_mentions(text, found, blocked(doc))


def _taken_up(old: Identity, new: Identity) -> bool:
    """Whether 'the' and a bare noun may take up a known deal: the same kind and noun, and no other amount."""
    return (
        old.kind == new.kind and old.head == new.head and not (old.amount and new.amount and old.amount != new.amount)
    )
