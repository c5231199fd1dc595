"""What each line of a page is, once the model has scored it: lines with literal scores in, kinds out."""

import pytest

from briefing.languages import load
from briefing.steps.clean.features import see
from briefing.steps.clean.model import Scored
from briefing.steps.clean.structure import verdicts

LEXICON = load("en")
SCORES = {"+": 0.9, "~": 0.3}  # what the mark before a line says that the model gave it; 0.1 without one
FERRY = "+The harbour master said on Monday that the ferry would sail again before May."
LOCK = "+Fishermen had waited for three weeks while engineers repaired the lock."
COUNTY = "+The repairs were paid for by the county without an answer from anybody."
SAILS = "Harbour ferry would sail again"
OFFER = "Subscribe now"  # words of furniture
NAMES = {"title": "t", "body": "b", "boilerplate": "-", "standfirst": "s", "subhead": "h", "byline": "y", "date": "d"}


def kinds(*lines: str, declared: str | None = None) -> str:
    """The kinds of the lines as letters, see NAMES."""
    texts = [line.lstrip("+~") for line in lines]
    scored = [
        Scored(seen, SCORES.get(line[0], 0.1), "why") for seen, line in zip(see(texts, LEXICON), lines, strict=True)
    ]
    return "".join(NAMES[v.kind] for v in verdicts(texts, scored, 0.5, LEXICON, declared=declared))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the headline shares words with the article; no menu, no list, no line that breaks off
        ((FERRY, LOCK), "bb"),
        ((SAILS, FERRY, LOCK), "tbb"),
        (("Home", SAILS, "Home", FERRY, LOCK), "-t-bb"),
        ((OFFER, SAILS, FERRY, LOCK), "-tbb"),
        (("Nothing of it here", "Nor there", FERRY, LOCK), "--bb"),
        (("Harbour ferry might sail again", "Harbour ferry could sail again", FERRY, LOCK), "-tbb"),  # the nearest
        ((OFFER, f"{SAILS}...", FERRY, LOCK), "--bb"),
        (("Harbour ferry sail again", "Fishermen waited for harbour engineers again", FERRY, LOCK), "t-bb"),
        # a page whose first lines are dates and names alone
        (("Rain", "It rained."), "tb"),
        (("Rain?", "It rained."), "tb"),
        (("Rain.", "It rained."), "-b"),
        (("Rain", "4 March 2031", "It rained."), "t-b"),
        (("Rain", "Home", "It rained."), "---"),
        (("Ferry", FERRY, LOCK), "tbb"),
        # bylines and dates
        (("By Ada Reyes", FERRY, LOCK), "ybb"),
        (("By the sea", FERRY, LOCK), "-bb"),
        (("Published by:", "Ada Reyes", FERRY, LOCK), "-ybb"),
        (("4 March 2031", FERRY, LOCK), "dbb"),
        (("Harbour ferry sail again", "By Ada Reyes", "4 March 2031", FERRY, LOCK), "tydbb"),
        # what stands between headline and article and sums it up
        ((SAILS, "The ferry would sail again before May, the harbour master said", FERRY, LOCK), "tsbb"),
        ((SAILS, "~The county and the engineers had waited for the master of it", FERRY, LOCK), "tsbb"),
        ((SAILS, "The county and the engineers had waited for the master of it", FERRY, LOCK), "t-bb"),
        ((SAILS, FERRY, LOCK, FERRY), "tsb-"),
        # sub-headings inside, none at the end
        ((SAILS, FERRY, "+The lock", LOCK), "tbhb"),
        ((SAILS, FERRY, "+Who pays?", LOCK), "tbbb"),
        ((SAILS, FERRY, LOCK, "+The lock"), "tbbb"),
        # sentences that the model takes for furniture and that are none
        ((SAILS, FERRY, "But nobody knew.", LOCK), "tbbb"),
        ((SAILS, FERRY, LOCK, "But nobody in the harbour knew when it would sail."), "tbbb"),
        ((OFFER, SAILS, FERRY, "But nobody knew.", LOCK), "-tb-b"),
        ((OFFER, SAILS, FERRY, "But nobody in the harbour knew when it would sail.", LOCK), "-tbbb"),
        ((OFFER, SAILS, FERRY, LOCK, "But nobody in the harbour knew when it would sail."), "-tbb-"),
        ((OFFER, SAILS, FERRY, LOCK, "“We will see,” Mr Berg said."), "-tbbb"),
        ((OFFER, SAILS, FERRY, "+“We will be ready.”", "— Ada Reyes, mayor of Marsden", LOCK), "-tbbbb"),
        ((OFFER, SAILS, FERRY, LOCK, "— Ada Reyes, mayor of Marsden"), "-tbb-"),
        ((OFFER, SAILS, FERRY, "“We will be ready.” — Ada Reyes, mayor", LOCK), "-tbbb"),
        (("Published: 17 Oct 2025", "The boss of the ferries vowed last night to stay.", FERRY, LOCK, OFFER), "dbbb-"),
        (("Nothing", "The boss of the ferries vowed last night to stay.", FERRY, LOCK, OFFER), "--bb-"),
        # a note of one sentence, of a few words only where nothing is furniture
        ((OFFER, "It rained on Monday in the harbour of the town."), "-b"),
        ((OFFER, "It rained."), "--"),
        # what stands below a paywall is the offer; a wall above half of the article is a box in it
        ((SAILS, FERRY, LOCK, "To view the full story, please subscribe.", COUNTY), "tbb--"),
        ((SAILS, FERRY, "To view the full story, please subscribe.", LOCK, COUNTY), "tb-bb"),
    ],
)
def test_kinds_of_lines(lines, expected):
    assert kinds(*lines) == expected


def test_the_headline_that_the_page_names_goes_before_the_one_that_shares_most():
    above = ("Storms: a week", SAILS, FERRY, LOCK)
    assert kinds(*above) == "-tbb"
    assert kinds(*above, declared="Storms: a week - Gazette") == "t-bb"
    assert kinds("Storms", *above[1:], declared="Storms: a week - Gazette") == "-tbb"  # too short to be sure
