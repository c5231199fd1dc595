"""By which words a sentence says that nothing was said, each beside its look-alike that tells of speech or silence."""

import pytest

from tests.attribute.helpers import run


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # at the head of the source
        ("Nobody said that the strike would end.", "nobody"),
        ("No one at the port said that the strike would end.", "no one"),
        ("No minister said that the strike would end.", "no"),
        ("None of the ministers said that the strike was over.", "none"),
        ("Neither Ada Berg nor Jon Holm said that the strike was over.", "neither"),
        ("No 10 said that the strike would end.", None),
        ("No. 10 said that the strike would end.", None),
        ("Few ministers said that the strike was over.", None),
        ("No minister said whether the strike would end.", None),  # they were silent, and that is told
        # right before the source
        ("Hardly anybody said that the strike was over.", "hardly"),
        ("If Ada Berg says that the strike is over, crews will sail.", "if"),
        ("It is unlikely that Ada Berg said that the strike was over.", "unlikely that"),
        # a denied verb of telling; one of thinking is an act
        ("Ada Berg did not say that the strike would end.", "not"),
        ("Ada Berg never said that the strike was over.", "not"),
        ("Ada Berg did not say whether the strike would end.", None),
        ("Ada Berg would not say that the strike would end.", None),
        ("Ada Berg does not think that the strike will end.", None),
        # a modal of what is possible; "could not" refuses
        ("Ada Berg could say that the strike is over.", "could"),
        ("Ada Berg may say that the strike is over.", "may"),
        ("Ada Berg may not say that the strike is over.", "may"),
        ("Ada Berg should say that the strike is over.", "should"),
        ("Ada Berg could not say that the strike is over.", None),
        ("Ada Berg will say that the strike is over.", None),
        # before the "to" of the cue
        ("Ada Berg was supposed to say that the strike is over.", "supposed"),
        ("Ada Berg has yet to say that the strike is over.", "yet"),
        ("Ada Berg went on to say that the strike was over.", None),
        # before its participle
        ("Ada Berg left without saying that the strike was over.", "without"),
        ("Ada Berg left, saying that the strike was over.", None),
        # whose opinion it is, is left out
        ("The draft is expected to change.", "expected"),
        ("The strike is thought to be over.", "thought"),
    ],
)
def test_what_cancels_a_saying(text, words):
    _, found, _ = run(text)
    assert [attribution.indeterminate for attribution in found] == [words]
