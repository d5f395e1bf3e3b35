"""Two moderators before the same thing see each other, for as long as they are there."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contributions.desk.presence import come
from contributions.models import Contribution, Presence
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from tests.contributions.conftest import make_contribution
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def present():
    with time_machine.travel("2026-11-18 12:00", tick=False) as present:
        yield present


@pytest.fixture
def alix():
    """The browser of another moderator."""
    browser = Client()
    browser.force_login(make_member("alix", MODERATION, display_name="Alix"))
    return browser


def open_screen(browser, contribution):
    address = reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])
    return browser.get(address).content.decode()


def renew(browser, contribution, **fields):
    """What the script of the screen asks every thirty seconds."""
    address = reverse("contributions_presence", args=[contribution.pk])
    return browser.post(address, fields, headers={"X-Requested-With": "XMLHttpRequest"})


def test_the_second_who_opens_it_sees_the_first(desk, alix):
    contribution, other = make_contribution(), make_contribution()
    assert "regarde aussi" not in open_screen(alix, contribution)
    assert "Alix regarde aussi cet envoi." in open_screen(desk, contribution)
    assert "regarde aussi" not in open_screen(desk, other)


def test_the_first_sees_the_second_without_opening_it_again(desk, alix):
    contribution = make_contribution()
    open_screen(alix, contribution)
    open_screen(desk, contribution)
    assert renew(alix, contribution).json()["said"] == "sacha regarde aussi cet envoi."
    assert "no-store" in renew(alix, contribution)["Cache-Control"]


def test_three_are_named_in_order(desk, alix):
    contribution = make_contribution()
    third = Client()
    third.force_login(make_member("zoe", MODERATION, display_name="Zoé"))
    for browser in (third, alix, desk):
        html = open_screen(browser, contribution)
    assert "Alix et Zoé regardent aussi cet envoi." in html


@pytest.mark.parametrize(("seconds", "is_seen"), [(0, True), (89, True), (91, False)])
def test_whoever_says_nothing_more_is_gone_after_ninety_seconds(desk, alix, present, seconds, is_seen):
    contribution = make_contribution()
    open_screen(alix, contribution)
    present.shift(seconds)
    assert bool(renew(desk, contribution).json()["said"]) == is_seen


def test_whoever_renews_is_still_there_and_whoever_leaves_is_not(desk, alix, present):
    contribution = make_contribution()
    open_screen(alix, contribution)
    for _time in range(4):
        present.shift(30)
        renew(alix, contribution)
    assert renew(desk, contribution).json()["said"]
    seen = renew(alix, contribution).json()["seen"]
    assert renew(alix, contribution, part="1", vu=seen).status_code == 204
    assert renew(desk, contribution).json()["said"] == ""
    assert Presence.objects.get().member.username == "sacha"


def test_a_screen_that_closes_leaves_the_other_one_of_the_same_person(desk, alix, present):
    contribution = make_contribution()
    first = re.search(r'name="vu" value="([^"]+)"', open_screen(alix, contribution))[1]
    present.shift(1)
    open_screen(alix, contribution)
    renew(alix, contribution, part="1", vu=first)
    assert renew(desk, contribution).json()["said"]


@pytest.mark.parametrize("seen", ["", "hier", "2026-13-45T12:00", "\x00"])
def test_a_screen_that_says_when_badly_leaves_nothing(alix, seen):
    contribution = make_contribution()
    open_screen(alix, contribution)
    assert renew(alix, contribution, part="1", vu=seen).status_code == 204
    assert Presence.objects.exists()


@pytest.mark.parametrize(("group", "status"), [(REDACTION, 403), (MODERATION, 200), (ADMINISTRATION, 200)])
def test_only_moderators_are_there_or_know_who_is(client, alix, group, status):
    contribution = make_contribution()
    open_screen(alix, contribution)
    client.force_login(make_member("quelqu-un", group))
    answer = renew(client, contribution)
    assert answer.status_code == status and (b"Alix" in answer.content) == (status == 200)
    assert Presence.objects.count() == (2 if status == 200 else 1)


def test_a_stranger_is_sent_to_the_door_and_a_link_does_nothing(client, desk):
    contribution = make_contribution()
    assert renew(client, contribution).status_code in {302, 403}
    assert desk.get(reverse("contributions_presence", args=[contribution.pk])).status_code == 405
    assert not Presence.objects.exists()


def test_without_its_token_it_is_refused(sacha):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(sacha)
    assert renew(browser, make_contribution()).status_code == 403
    assert not Presence.objects.exists()


def test_the_screen_holds_what_its_script_needs_and_no_script_of_its_own(desk):
    contribution = make_contribution()
    html = open_screen(desk, contribution)
    address = reverse("contributions_presence", args=[contribution.pk])
    form = html[html.index('<form id="presence"') :]
    assert f'action="{address}"' in form and "csrfmiddlewaretoken" in form[: form.index("</form>")]
    assert 'id="presence-said" role="status" aria-live="polite"' in html
    assert html.count("js/admin/desk.js") == 1
    assert "desk.js" not in desk.get("/admin/").content.decode()


def test_what_was_taken_back_meanwhile_is_gone(desk, sacha):
    contribution = make_contribution()
    Contribution.objects.filter(pk=contribution.pk).delete()
    assert renew(desk, contribution).status_code == 404


def test_what_is_taken_back_between_two_lines_breaks_nothing(desk, monkeypatch):
    def refuse(*_rows, **_options):
        raise IntegrityError("FOREIGN KEY constraint failed")

    monkeypatch.setattr(Presence.objects, "bulk_create", refuse)
    assert "Un lieu" in open_screen(desk, make_contribution())


def test_the_same_person_twice_is_there_once(desk):
    contribution = make_contribution()
    for _tab in range(2):
        assert "regarde aussi" not in open_screen(desk, contribution)
    assert Presence.objects.count() == 1


def test_it_costs_two_queries_to_be_there_and_to_see_others(desk, sacha):
    contribution = make_contribution()
    renew(desk, contribution)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            renew(desk, contribution)
        return [query["sql"] for query in captured if "contributions_presence" in query["sql"]]

    assert len(queries()) == 2
    for number in range(5):
        come(contribution, make_member(f"membre-{number}", MODERATION))
    assert len(queries()) == 2


def test_the_daily_purge_forgets_who_was_there(sacha, present):
    contribution = make_contribution()
    come(contribution, sacha)
    present.shift(timedelta(hours=23))
    call_command("purge_contributions", verbosity=0)
    assert Presence.objects.exists()
    present.shift(timedelta(hours=2))
    call_command("purge_contributions", verbosity=0)
    assert not Presence.objects.exists() and Contribution.objects.exists()


def test_whoever_may_only_read_leaves_no_trace(client):
    reader = make_member("lectrice", None)
    for codename in ("access_admin", "view_contribution"):
        reader.user_permissions.add(Permission.objects.get(codename=codename))
    contribution = make_contribution()
    client.force_login(reader)
    html = open_screen(client, contribution)
    assert "Un lieu" in html and '<form id="presence"' not in html and not Presence.objects.exists()
