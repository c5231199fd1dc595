"""The stands of one statement, with the issues that each object is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.issue_terms import IssueHit
from briefing.languages import Lexicon
from briefing.profile import Profile
from briefing.records import Attribution, Span, Speaker, Stand
from briefing.stances import STANCES
from briefing.steps.classify.stand import german, readers
from briefing.steps.classify.stand.about import issues_of
from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.found import Found, names_claim
from briefing.steps.classify.stand.table import compiled
from briefing.steps.classify.stand.view import View, view_of
from briefing.words import Words

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")  # brackets
# The readers by the name that a table of cues asks for.
_READERS: Mapping[str, Callable[[View], tuple[Found, ...]]] = {
    "english": readers.read_stands,
    "german": german.read_stands,
}


def stands_of(
    text: str,
    span: Span,
    members: Sequence[Attribution],
    speaker: Speaker,
    words: Words,
    before: Sequence[IssueHit],
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> tuple[Stand, ...]:
    """The stands of the statement at `span` of `text`, in order; spans into `text`."""
    members = [a for a in members if a.shape != "asked"] or members  # the question is another's
    view = view_of(text, span, members, words.names, speaker=speaker, table=compiled(lexicon), lexicon=lexicon)
    read = _READERS[lexicon["cues"].settings["reader"]]
    stands = ((found, _stand(view, found, words.issues, before, profile)) for found in read(view))
    return tuple(stand for found, stand in stands if _says_something(view, found, stand))


def _says_something(view: View, found: Found, stand: Stand) -> bool:
    """What is judged as good is a proposal or act, named or pointed at, not the mood."""
    if found.object is None or not found.judges or not STANCES[stand.stance].proposals:
        return True
    first, last = found.object
    ends = next((i for i in range(first + 1, last) if view.tag(i) == "I"), last)  # "the mood | at the talks"
    if stand.issues and ends == last:
        return True
    words = [view.word(i) for i in range(first, ends) if view.tag(i) not in '",']
    pointed = all(word in view.table.closed["empty"] for word in words)
    return pointed or any(word in view.table.closed["proposals"] for word in words)


def _stand(view: View, found: Found, hits: Sequence[IssueHit], before: Sequence[IssueHit], profile: Profile) -> Stand:
    about = _whole(view, found.object) if found.object else None
    on_issue = found.object is not None and not (
        (STANCES[found.stance].of_facts and names_claim(view, found.object)) or _is_of_opponents(view, found.object)
    )
    issues = issues_of(view, found.object, hits, before, profile) if found.object and on_issue else ()
    return Stand(found.stance, _whole(view, found.act), about, issues, f"stand.{found.rule}")


def _is_of_opponents(view: View, about: Range) -> bool:
    """ "The opponents of the plan are wrong": who they are judged by takes no stand against the plan."""
    head = next((k for k in range(*about) if view.tag(k) in "IT"), about[1]) - 1
    return head >= about[0] and view.is_a(head, "opponents")


def _whole(view: View, words: Range) -> Span:
    """The characters of a range, with the mark or bracket right beside it that one inside is paired with.

    "[The mine] must go": the bracket before the first word belongs to it; one that opened far before is left out.
    """
    first, last = words
    if view.word(first) in _CLOSING and last > first + 1:
        first += 1
    first -= view.word(first - 1) in _OPENING and any(view.word(k) in _CLOSING for k in range(first, last))
    if sum(view.is_quotation_mark(i) for i in range(first, last)) % 2:
        if view.is_quotation_mark(first - 1):
            first -= 1
        elif view.is_quotation_mark(last):
            last += 1
    return view.span(first, last)
