"""The named methods: sumy's names, our rankings. Imported late, because numpy is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from briefing.steps.summarize.counts import edmundson, kl_sum, lsa, luhn, sum_basic
from briefing.steps.summarize.graphs import lex_rank, reduction, text_rank
from briefing.steps.summarize.task import Words

Ranker = Callable[[Words], Iterator[int]]

RANKERS: Mapping[str, Ranker] = MappingProxyType(
    {
        "luhn": luhn,
        "edmundson": edmundson,
        "lsa": lsa,
        "lex-rank": lex_rank,
        "text-rank": text_rank,
        "sum-basic": sum_basic,
        "kl": kl_sum,
        "reduction": reduction,
    }
)
