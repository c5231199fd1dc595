"""Other forms of a name are the same side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.init.heard import Side
from briefing.init.merging import is_adjective, is_initials, merged_sides


def side(name: str) -> Side:
    return Side(name.casefold(), name)


@pytest.mark.parametrize(
    ("form", "whole"),
    [
        ("Unionist", "Unionists"),
        ("Tarvian", "Tarvia"),
        ("Front", "Upper Valley Front"),
        ("UN", "United Nations"),
        ("Dockers movement", "Dockers"),
    ],
)
def test_a_form_counts_as_the_whole(form: str, whole: str):
    merged = merged_sides([side(form), side(whole)])
    assert merged == {form.casefold(): side(whole), whole.casefold(): side(whole)}


@pytest.mark.parametrize("names", [("Front", "Upper Front", "Lower Front"), ("Norland", "Nord"), ("UN", "Union")])
def test_different_names_stay_apart(names: tuple[str, ...]):
    merged = merged_sides([side(name) for name in names])
    assert {key: whole.key for key, whole in merged.items()} == {name.casefold(): name.casefold() for name in names}


def test_a_country_is_no_form_of_another():
    guinea, bissau = Side("GN", "Guinea", is_country=True), Side("GW", "Guinea Bissau", is_country=True)
    assert merged_sides([guinea, bissau]) == {"GN": guinea, "GW": bissau}


@given(st.lists(st.text("abAB ", min_size=1).filter(str.strip), max_size=6))
def test_every_side_ends_somewhere(names: list[str]):
    sides = [side(name) for name in names]
    merged = merged_sides(sides)
    assert set(merged) == {s.key for s in sides}
    assert {whole.key for whole in merged.values()} <= set(merged)


@given(st.text(), st.text())
def test_any_names_are_compared(name: str, whole: str):
    is_adjective(name, whole)
    is_initials(name, whole)
