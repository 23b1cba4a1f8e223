"""Words -> values: numbers, money and rates, units, dates and periods, names. Gives values, never looks for more."""

from __future__ import annotations

from spacy.attrs import IS_PUNCT, IS_SPACE
from spacy.tokens import Doc

from pipeline.contract import Article, Extent, Reading
from pipeline.normalise.deals import read_deals
from pipeline.normalise.figures import read_figures
from pipeline.normalise.own_rates import own_rates
from pipeline.normalise.parties import read_parties
from pipeline.normalise.rates import in_base_currency
from pipeline.normalise.sectors import read_sectors
from pipeline.normalise.times import read_times
from pipeline.settings import Settings


def normalise(doc: Doc, article: Article, settings: Settings) -> Reading:
    """All spans of ``doc`` as facts; plain values only, so the Doc can be let go."""
    figures, own = read_figures(doc, article, settings), own_rates(settings.rates)
    return Reading(
        article=article,
        sentences=tuple(Extent(sent.start_char, sent.end_char) for sent in doc.sents),
        figures=in_base_currency(figures, article.published, settings.base_currency, own),
        times=read_times(doc, article, settings),
        parties=read_parties(doc, article, settings),
        sectors=read_sectors(doc, article, settings),
        deals=read_deals(doc, article, settings),
        words=int((doc.to_array([IS_SPACE, IS_PUNCT]) == 0).all(axis=1).sum()),
        fiscal_start=settings.fiscal_year_start,
    )
