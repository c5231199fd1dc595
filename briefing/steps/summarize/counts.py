"""Luhn, Edmundson, LSA, SumBasic and KL-Sum: sentences made of the text's frequent words.

Sources: Luhn, "The automatic creation of literature abstracts", IBM Journal 2 (1958); Edmundson, "New methods in
automatic extracting", JACM 16 (1969); Steinberger and Jezek, ISIM 2004; Nenkova and Vanderwende, MSR-TR-2005-101;
Haghighi and Vanderwende, NAACL 2009. The constants are those of sumy 0.13, whose choices these equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

import numpy as np

from briefing.steps.summarize.bags import Bags, Floats, bags, per_sentence, sums
from briefing.steps.summarize.graphs import content_stems
from briefing.steps.summarize.ranking import best_first, first_best
from briefing.steps.summarize.task import Words

_GAP = 4  # Luhn: a cluster ends after as many words without significance
_SMOOTH = 0.4  # LSA: smoothing of maximum term frequency


def luhn(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by the densest cluster of words that the text repeats."""
    stems = Counter(chain.from_iterable(content_stems(words)))
    stems.update(words.stem(word) for word in map(str.lower, words.headings) if word not in words.stop_words)
    significant = {stem for stem, count in stems.items() if count > 1}
    ratings = [_densest([words.stem(word) in significant for word in sentence]) for sentence in words.sentences]
    return best_first(np.array(ratings))


def _densest(significant: list[bool]) -> float:
    """The highest (significant words)² / words of the clusters in a sentence; a single word is no cluster."""
    places = [place for place, is_significant in enumerate(significant) if is_significant]
    best, start = 0.0, 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] - places[at - 1] > _GAP:
            size = at - start
            if size > 1:
                best = max(best, size**2 / (places[at - 1] - places[start] + 1))
            start = at
    return best


def edmundson(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by cue words, title words and place in the text, equally weighted."""
    title = {stem for stem in map(words.stem, words.headings) if stem not in set(map(words.stem, words.stop_words))}
    bonus, stigma = set(map(words.stem, words.bonus)), set(map(words.stem, words.stigma))
    ratings = _places(words.paragraphs)
    for index, sentence in enumerate(words.sentences):
        for stem in map(words.stem, sentence):
            ratings[index] += 2 * (stem in title) + (stem in bonus) - (stem in stigma)
    return best_first(ratings)


def _places(paragraphs: tuple[int, ...]) -> Floats:
    """One for a sentence of the first or last paragraph, one for the first or last of its paragraph."""
    number = np.array(paragraphs, dtype=np.int64)
    if not len(number):
        return np.zeros(0)
    changes = number[1:] != number[:-1]
    opens, closes = np.append(True, changes), np.append(changes, True)
    ends = (number == number[0]) | (number == number[-1])
    return np.asarray(ends, dtype=np.float64) + np.asarray(opens | closes, dtype=np.float64)


def lsa(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, as sumy's LSA ranks them.

    It keeps every dimension, so that the root of the sum of sigma² v² over all of them is the length of the sentence's
    column in the smoothed matrix of terms: no decomposition is needed, and the order of terms cannot matter.
    """
    known = set(chain.from_iterable(content_stems(words)))
    headings = {words.stem(word) for word in map(str.lower, words.headings) if word not in words.stop_words}
    known |= headings
    bag = bags([[stem for stem in map(words.stem, s) if stem in known] for s in words.sentences], sorted(headings))
    top = np.zeros(bag.size)
    np.maximum.at(top, bag.sentence, bag.count)
    cells = _SMOOTH + (1 - _SMOOTH) * bag.count / top[bag.sentence]
    absent = bag.vocabulary - np.bincount(bag.sentence, minlength=bag.size)
    squares = per_sentence(bag, cells**2) + absent * _SMOOTH**2
    return best_first(np.where(top > 0, np.sqrt(squares), 0.0))


def sum_basic(words: Words) -> Iterator[int]:
    """Sentence indexes in the order picked: most probable words first; a picked word's probability is squared."""
    bag = bags(content_stems(words))
    frequency = sums(bag.term, bag.count, bag.vocabulary)
    probability = frequency / max(frequency.sum(), 1.0)
    lengths = np.maximum(bag.lengths, 1.0)
    bounds = np.searchsorted(bag.sentence, np.arange(bag.size + 1))
    left = np.ones(bag.size, dtype=bool)
    for _ in range(bag.size):
        average = per_sentence(bag, bag.count * probability[bag.term]) / lengths
        pick = first_best(np.where(left, average, -1.0))
        left[pick] = False
        yield pick
        own = slice(bounds[pick], bounds[pick + 1])
        probability[bag.term[own]] **= 2.0 ** bag.count[own]  # a word that stands twice is squared twice


def kl_sum(words: Words) -> Iterator[int]:
    """Sentence indexes in the order picked: each keeps the summary's words closest to the text's.

    As in sumy, words are not stemmed; the text's distribution drops stop words as they stand, so that "The" counts in
    it; and the picked sentences count with all their words as they stand, so that a capital keeps a word apart.
    """
    document = Counter(w.lower() for s in words.sentences for w in s if w not in words.stop_words)
    bag = bags([[w for w in map(str.lower, s) if w not in words.stop_words] for s in words.sentences], document)
    share = np.array([document[term] for term in bag.ids]) / max(sum(document.values()), 1)
    picked, length = np.zeros(bag.vocabulary), 0  # of the summary: how often each term, how many words
    left = np.ones(bag.size, dtype=bool)
    for _ in range(bag.size):
        pick = first_best(np.where(left, -_divergences(bag, share, picked, length), -np.inf))
        left[pick] = False
        yield pick
        length += len(words.sentences[pick])
        for word in words.sentences[pick]:
            if word in bag.ids:
                picked[bag.ids[word]] += 1


def _divergences(bag: Bags, share: Floats, picked: Floats, length: int) -> Floats:
    """For each sentence the sum of p log(p/q) over the terms of the summary with it.

    p is a term's share of the text, q its share of summary and sentence. The sum over the summary's own terms is taken
    once, and each sentence changes only the terms that it holds.
    """
    in_summary = picked > 0
    inside = share[in_summary]
    summary_sum = float((inside * np.log(inside / picked[in_summary])).sum())
    own, before = share[bag.term], picked[bag.term]
    shared = before > 0
    after = own * np.log(own / (before + bag.count))
    without = np.where(shared, own * np.log(own / np.maximum(before, 1.0)), 0.0)
    mass = float(inside.sum()) + per_sentence(bag, np.where(shared, 0.0, own))
    sizes = np.maximum(length + bag.lengths, 1.0)
    return summary_sum + per_sentence(bag, after - without) + mass * np.log(sizes)
