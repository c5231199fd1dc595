"""Rules that take back a cut: each looks at the words before and after it and says whether the sentence goes on.

Every rule sees only `WINDOW` characters on either side, so that a hostile text costs linear time.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.languages import Lexicon
from briefing.steps.split.word_lists import abbreviations, table_words

WINDOW = 300
_MIN_WORDS = 5  # "At 5 p.m. Smith went home": fewer words before the hour are an adverbial, not a sentence

_LAST_WORD = re.compile(r"(?<![\w.@/])((?:\w\.)*\w[\w°º]{0,15})\.\W{0,3}$")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,8}$")
_HOUR = re.compile(r"\d\s(?:[ap]\.m|[AP]\.M)\.$")
_MARKER = re.compile(r"(?:[•⁃‣◦]\s?)?(?:\d{1,2}|[a-z])(?:\.\)|\.|\))\s*$")
_FIRST_WORD = re.compile(r"[^\w\s]{0,3}([^\W_]+)")
_LOWER = re.compile(r"[\"'“”‘’(\[]{0,3}[a-z]")
# "al-Qaeda said", "iPhone sales": lower case, and yet the first word of a sentence.
_LOWER_NAME = re.compile(r"[\"'“‘(\[]{0,3}(?:[a-z]{2,4}-[A-Z]|[a-z][A-Z])")
_GOES_ON = re.compile(r"[,;:\-–—)\].…/&%”»]|[\"']\s")
_REFERENCE = re.compile(r"\[\d{1,3}\]")
_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.\s*$")
_NUMBER = re.compile(r"[§#]?\d|(?:[IVX]{2,5}|[VX])\b")
_INTERVIEW = re.compile(r"[QA]\.\s*")
_QUESTION_CLOSED = re.compile(r"[?!]\s?[\"”'’]{1,2}\s*$")
_THREE_DOTS = re.compile(r"(?<![.?!][\"”’])(?<![.?!\s])\s(?:…|\.\.\.|\. \. \.)\s*$")


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut and the words around it: `before` from the start of the sentence, `after` from the cut on."""

    before: str
    after: str
    lexicon: Lexicon


def wrong(text: str, start: int, cut: int, lexicon: Lexicon) -> bool:
    """True when a rule says that the sentence from `start` goes on after `cut`."""
    around = Cut(text[max(start, cut - WINDOW) : cut], text[cut : cut + WINDOW], lexicon)
    return any(rule(around) for rule in RULES)


@functools.cache
def _quote_tag(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = "|".join(sorted(table_words(lexicon, "quote_tags")))
    behind = "|".join(lexicon["quote_tags"].settings["followers"])
    return re.compile(rf"(?:[\w.'’-]{{1,30}}\s){{1,5}}(?:{verbs})(?:[.,:]|\s(?:{behind})\b|$)")


@functools.cache
def _zone(lexicon: Lexicon) -> re.Pattern[str]:
    """ "Moscow time"."""
    return re.compile(rf"\w+(?: \w+)? (?:{'|'.join(lexicon['time_followers'].settings['zones'])})\b")


def _abbreviation(before: str) -> str | None:
    last = _LAST_WORD.search(before)
    return last[1].lower() if last else None


def lower_case_follows(cut: Cut) -> bool:
    """“It is over.” he said; Yahoo! in; the stop of an abbreviation that no table has."""
    return bool(_LOWER.match(cut.after)) and not _LOWER_NAME.match(cut.after)


def punctuation_follows(cut: Cut) -> bool:
    """A sentence does not start with a comma, a dash, a closing bracket or a closing mark."""
    return bool(_GOES_ON.match(cut.after))


def reference_follows(cut: Cut) -> bool:
    """It was forgotten. [4] The mark of its source belongs to the sentence."""
    return bool(_REFERENCE.match(cut.after))


def title_before_name(cut: Cut) -> bool:
    """Gen. Will Smith: a title needs its name."""
    return _abbreviation(cut.before) in abbreviations(cut.lexicon, "name")


def label_before_number(cut: Cut) -> bool:
    """No. 10, Oct. 7, Art. IV."""
    return _abbreviation(cut.before) in abbreviations(cut.lexicon, "number") and bool(_NUMBER.match(cut.after))


def ordinal(cut: Cut) -> bool:
    """German "am 5. Mai": a figure of one or two digits with a stop, unless a word that starts sentences follows."""
    first = _FIRST_WORD.match(cut.after)
    if not cut.lexicon["abbreviations"].settings.get("ordinals") or first is None:
        return False
    starts = first[1].lower() in table_words(cut.lexicon, "sentence_starters")
    return not starts and bool(_ORDINAL.search(cut.before))


def dotted_letters(cut: Cut) -> bool:
    """The P.L.O. Executive Committee: dotted letters end a sentence only before a word that starts sentences."""
    first = _FIRST_WORD.match(cut.after)
    before = cut.before.rstrip()
    if first is None or not _DOTTED.search(before) or _HOUR.search(before):
        return False
    return first[1].lower() not in table_words(cut.lexicon, "sentence_starters")


def hour_of_the_day(cut: Cut) -> bool:
    """At 6 p.m. Monday, at 6 p.m. Moscow time, an hour that opens a sentence; not: He left at 6 p.m. | Smith came."""
    if not _HOUR.search(cut.before.rstrip()):
        return False
    first = _FIRST_WORD.match(cut.after)
    follows = first is not None and first[1].lower() in table_words(cut.lexicon, "time_followers")
    return follows or bool(_zone(cut.lexicon).match(cut.after)) or len(cut.before.split()) < _MIN_WORDS


def marker_alone(cut: Cut) -> bool:
    """1. The first item: the number of an item stays with it."""
    return bool(_MARKER.match(cut.before))


def inside_brackets(cut: Cut) -> bool:
    """He teaches (He was an engineer.) at a school: brackets that open within the sentence close within it."""
    opened = _open_bracket(cut.before)
    if opened is None or opened == 0:
        return False
    closing = {"(": ")", "[": "]"}[cut.before[opened]]
    return closing in cut.after


def _open_bracket(before: str) -> int | None:
    open_at: list[int] = []
    for place, char in enumerate(before):
        if char in "([":
            open_at.append(place)
        elif char in ")]" and open_at:
            open_at.pop()
    return open_at[-1] if open_at else None


def tag_after_question(cut: Cut) -> bool:
    """“Who will stop it?” Smith asked. The tag belongs to the quotation."""
    return bool(_QUESTION_CLOSED.search(cut.before) and _quote_tag(cut.lexicon).match(cut.after))


def words_left_out(cut: Cut) -> bool:
    """our … Main demand: three dots after a word and a space stand for words left out; after a stop they do not."""
    return bool(_THREE_DOTS.search(cut.before))


def interview_label(cut: Cut) -> bool:
    """Q. What is his name? A. His name is Holm: the label stays with what is said."""
    return bool(_INTERVIEW.fullmatch(cut.before))


RULES: tuple[Callable[[Cut], bool], ...] = (
    lower_case_follows,
    punctuation_follows,
    reference_follows,
    title_before_name,
    label_before_number,
    ordinal,
    dotted_letters,
    hour_of_the_day,
    marker_alone,
    inside_brackets,
    tag_after_question,
    words_left_out,
    interview_label,
)
