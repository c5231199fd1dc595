"""The default method: pick the sentence with the highest score, lower what is like it, and pick again.

Sources: Carbonell and Goldstein, "The use of MMR", SIGIR 1998; Lin and Bilmes, "Multi-document summarization via
budgeted maximization of submodular functions", NAACL 2010.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from briefing.languages import Lexicon
from briefing.steps.summarize.agreement import Pair
from briefing.steps.summarize.facts import cosine, facts
from briefing.steps.summarize.fitness import unfit
from briefing.steps.summarize.inputs import natural_view
from briefing.steps.summarize.task import Budget, Score, SummaryInput, View
from briefing.steps.summarize.weights import weights

_REPEATED = 0.95  # cosine to a picked sentence above which a sentence only says it again


def select(text: SummaryInput, *, budget: Budget, view: View | None = None, lexicon: Lexicon) -> list[int]:
    """Indexes into `text.candidates` of the picked sentences, best first."""
    return [score.index for score in _Selection(text, budget, view, lexicon).picks()]


def explain(text: SummaryInput, *, budget: Budget, view: View | None = None, lexicon: Lexicon) -> tuple[Score, ...]:
    """The score of every candidate, in order: as it was when the sentence was picked, or at the end when it was not.

    The arguments are those of `summarize` with the default method.
    """
    selection = _Selection(text, budget, view, lexicon)
    picked = {score.index: replace(score, pick=place) for place, score in enumerate(selection.picks(), start=1)}
    return tuple(
        picked.get(index) or replace(selection.score(index), unfit=unfit(candidate, lexicon))
        for index, candidate in enumerate(text.candidates)
    )


class _Selection:
    """One greedy run over the sentences of a text."""

    def __init__(self, text: SummaryInput, budget: Budget, view: View | None, lexicon: Lexicon) -> None:
        self._budget, self._view = budget, view or natural_view(text)
        self._weights = weights(lexicon, self._view)
        self._facts = facts(text, lexicon, budget.sentences)
        self._days = [text.documents[candidate.document].date for candidate in text.candidates]
        fixed = [(self._weights[name], values) for name, values in self._facts.parts.items() if name in self._weights]
        self._fixed = [sum([weight * values[i] for weight, values in fixed]) for i in range(len(self._days))]
        self._nearest = [0.0] * len(self._days)  # cosine of each sentence to the nearest picked one
        self._covered: set[Pair] = set()  # shared pairs of words that the picked sentences hold
        self._open = [index for index, sentence in enumerate(self._facts.sentences) if sentence.fit]
        self._agrees = "agreement" in self._weights and bool(self._facts.agreement.holders)
        self._most_agreement = max(map(self._new_agreement, self._open), default=0) or 1

    def picks(self) -> Iterator[Score]:
        """Scores of the picked sentences, best first, until the budget is spent or nothing is left."""
        words_left, sentences_left = self._budget.words, self._budget.sentences
        while sentences_left != 0:
            if words_left is not None:
                self._open = [i for i in self._open if self._facts.sentences[i].length <= words_left]
            if not self._open:
                return
            best = max(self._open, key=self._worth)
            yield self.score(best)
            self._pick(best)
            words_left = None if words_left is None else words_left - self._facts.sentences[best].length
            sentences_left = None if sentences_left is None else sentences_left - 1

    def score(self, index: int) -> Score:
        """The score of one sentence beside those picked so far, in its parts."""
        parts = {
            name: self._weights[name] * values[index]
            for name, values in self._facts.parts.items()
            if name in self._weights
        }
        parts["redundancy"] = self._weights["redundancy"] * self._nearest[index]
        if self._agrees:
            parts["agreement"] = self._agreement(index)
        return Score(index, self._total(index), parts)

    def _total(self, index: int) -> float:
        total = self._fixed[index] + self._weights["redundancy"] * self._nearest[index]
        return total + self._agreement(index) if self._agrees else total

    def _worth(self, index: int) -> float:
        """The score, or where a story's words are counted, the score for the root of the words that it costs."""
        total = self._total(index)
        if self._budget.words is None or not self._agrees or total < 0:
            return total
        return total / math.sqrt(self._facts.sentences[index].length)

    def _agreement(self, index: int) -> float:
        return self._weights["agreement"] * self._new_agreement(index) / self._most_agreement

    def _new_agreement(self, index: int) -> int:
        shared = self._facts.agreement
        return sum([shared.holders[pair] for pair in shared.pairs[index] if pair not in self._covered])

    def _pick(self, index: int) -> None:
        vectors, day = self._facts.vectors, self._days[index]
        self._covered |= self._facts.agreement.pairs[index]
        one_a_day = self._view == "timeline" and day is not None
        for i in self._open:
            self._nearest[i] = max(self._nearest[i], cosine(vectors[index], vectors[i]))
        left = [i for i in self._open if i != index and self._nearest[i] < _REPEATED]
        self._open = [i for i in left if not (one_a_day and self._days[i] == day)]
