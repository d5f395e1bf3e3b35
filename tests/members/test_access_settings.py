"""Who must have a second factor is said by the environment, and a name that means nothing stops the start."""

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from members import groups
from members.access.settings import REQUIRABLE, account_settings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", []),
        ("moderation", [groups.MODERATION]),
        ("Moderation, administration", [groups.MODERATION, groups.ADMINISTRATION]),
    ],
)
def test_groups_are_named(monkeypatch, written, meant):
    monkeypatch.setenv("SECOND_FACTOR_REQUIRED", written)
    assert account_settings(environ.Env())["SECOND_FACTOR_REQUIRED"] == meant


@pytest.mark.parametrize("written", ["true", "moderateurs", "moderation,admin"])
def test_what_names_no_group_stops_the_start(monkeypatch, written):
    monkeypatch.setenv("SECOND_FACTOR_REQUIRED", written)
    with pytest.raises(ImproperlyConfigured, match="SECOND_FACTOR_REQUIRED ne connaît pas"):
        account_settings(environ.Env())


def test_groups_are_those_of_the_site():
    assert set(REQUIRABLE.values()) == {groups.REDACTION, groups.MODERATION, groups.ADMINISTRATION}
