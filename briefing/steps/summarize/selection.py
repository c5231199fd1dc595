"""The default method: pick the sentence with the highest score, lower what is like it, and pick again.

Sources: Carbonell and Goldstein, "The use of MMR", SIGIR 1998; Gillick and Favre, "A scalable global model for
summarization", 2009; Lin and Bilmes, "Multi-document summarization via budgeted maximization", NAACL 2010.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.lexicons import Lexicon
from briefing.steps.summarize.facts import Facts, Pair, cosine, facts
from briefing.steps.summarize.fitness import unfit
from briefing.steps.summarize.records import Budget, Score, SummaryInput, View
from briefing.steps.summarize.weights import weights


def select(text: SummaryInput, *, budget: Budget, view: View, lexicon: Lexicon) -> list[int]:
    """Indexes into `text.candidates` of the picked sentences, best first."""
    return [score.index for score in _Selection(text, budget, view, lexicon).picks()]


def explain(text: SummaryInput, *, budget: Budget, view: View, lexicon: Lexicon) -> tuple[Score, ...]:
    """The score of every candidate, in order: as it was when the sentence was picked, or at the end when it was not."""
    selection = _Selection(text, budget, view, lexicon)
    picked = {score.index: replace(score, pick=place) for place, score in enumerate(selection.picks(), start=1)}
    reasons = [unfit(candidate, lexicon) for candidate in text.candidates]
    return tuple(
        picked.get(index) or replace(selection.score(index), unfit=reason) for index, reason in enumerate(reasons)
    )


@dataclass
class _State:
    """What the sentences picked so far mean for the others."""

    open: list[int]  # indexes that may still be picked
    nearest: list[float]  # cosine of each sentence to the nearest picked one
    covered: set[Pair]  # pairs of words that the picked sentences hold


class _Selection:
    """One greedy run over the sentences of a text."""

    def __init__(self, text: SummaryInput, budget: Budget, view: View, lexicon: Lexicon) -> None:
        self._text, self._budget, self._view = text, budget, view
        self._weight = weights(lexicon, view)
        self._facts: Facts = facts(text, lexicon, budget.sentences)
        self._fixed = [
            {name: self._weight[name] * value for name, value in parts.items() if name in self._weight}
            for parts in self._facts.parts
        ]
        fit = [index for index, is_fit in enumerate(self._facts.fit) if is_fit]
        self._state = _State(fit, [0.0] * len(self._fixed), set())
        self._most_agreement = max((self._new_agreement(index) for index in fit), default=0) or 1

    def picks(self) -> Iterator[Score]:
        """Scores of the picked sentences, best first, until the budget is spent or nothing is left."""
        words_left, sentences_left = self._budget.words, self._budget.sentences
        while sentences_left != 0:
            if words_left is not None:
                self._state.open = [i for i in self._state.open if self._facts.lengths[i] <= words_left]
            if not self._state.open:
                return
            best = max(map(self.score, self._state.open), key=self._worth)
            yield best
            self._pick(best.index)
            words_left = None if words_left is None else words_left - self._facts.lengths[best.index]
            sentences_left = None if sentences_left is None else sentences_left - 1

    def score(self, index: int) -> Score:
        """The score of one sentence beside those picked so far."""
        parts = dict(self._fixed[index])
        parts["redundancy"] = self._weight["redundancy"] * self._state.nearest[index]
        if "agreement" in self._weight and self._facts.agreement:
            parts["agreement"] = self._weight["agreement"] * self._new_agreement(index) / self._most_agreement
        return Score(index, sum(parts.values()), parts)

    def _worth(self, score: Score) -> float:
        """The score, or where a story's words are counted, the score for the root of the words that it costs."""
        if self._budget.words is None or not self._facts.agreement or "agreement" not in self._weight:
            return score.total
        return score.total / math.sqrt(self._facts.lengths[score.index]) if score.total > 0 else score.total

    def _new_agreement(self, index: int) -> int:
        agreement, covered = self._facts.agreement, self._state.covered
        return sum(agreement[p] for p in self._facts.pairs[index] if p in agreement and p not in covered)

    def _pick(self, index: int) -> None:
        state, vectors = self._state, self._facts.vectors
        state.covered |= self._facts.pairs[index]
        dropped = self._same_day(index) if self._view == "timeline" else {index}
        state.open = [other for other in state.open if other not in dropped]
        for other in state.open:
            state.nearest[other] = max(state.nearest[other], cosine(vectors[index], vectors[other]))

    def _same_day(self, index: int) -> set[int]:
        dates = [self._text.documents[candidate.document].date for candidate in self._text.candidates]
        return {other for other, date in enumerate(dates) if other == index or (date and date == dates[index])}
