"""Two hundred hostile strings in every public field, then wherever what was stored of them is shown."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from wagtail.models import Site

from contributions.models import Contribution
from core.models import SiteSettings
from tests.factories import (
    PASSWORD,
    make_appeal,
    make_article,
    make_event,
    make_initiative,
    make_media,
    make_resource,
    make_theme,
)
from tests.hostile import filling, showing, stopping
from tests.hostile.fields import ENTRANCES, Field, Form, public_forms
from tests.hostile.judge import faults_of_mail
from tests.hostile.strings import EVERY, STRINGS
from tests.hostile.visitor import as_bytes, in_process

pytestmark = pytest.mark.django_db

#: Here a field is given one string in so many, not the same as its neighbour; `make audit` gives all to each.
ONE_IN = 12


@pytest.fixture
def contents(db):
    for make in (make_initiative, make_event, make_appeal, make_resource, make_media):
        make()
    make_article(themes=[make_theme()])


def test_there_are_two_hundred_strings_and_each_is_another():
    assert len({as_bytes(string) for _family, string in EVERY}) == len(EVERY) >= 200
    assert all(STRINGS.values())


def test_every_field_that_anybody_may_fill_is_found(contents, people):
    forms = public_forms(people.stranger)
    paths = {form.path for form in forms}
    kinds = {path for path in paths if path.startswith("/contribuer/")}
    assert len(kinds) == 13 and set(ENTRANCES[2:]) <= paths
    assert {"/agenda/", "/agenda.ics", "/agenda.json", "/recherche.json", "/flux.xml", "/themes/logement/"} <= paths
    assert {"q", "page", "lieu", "du", "theme"} <= {name for form in forms for name in form.fields}


def test_no_public_field_lets_a_string_act(contents, people):
    faults, asked = [], 0
    for number, form in enumerate(public_forms(people.stranger)):
        strings = [string for _family, string in EVERY[number % ONE_IN :: ONE_IN]]
        filled = filling.fill(form, strings, people.stranger)
        faults, asked = faults + filled.faults, asked + filled.asked
    assert asked > 1000
    assert not faults, "\n".join(faults)


def test_what_is_said_with_a_code_does_not_act_either(people):
    strings = [string for _family, string in EVERY[::9]]
    filled = filling.replies(people.code, strings, people.stranger)
    assert len(filled) == 3
    assert not [fault for one in filled for fault in one.faults]
    faults = showing.told_of(Contribution.objects.get(), "", people)
    assert not faults, "\n".join(faults)


def test_who_sends_files_again_and_again_is_stopped():
    cache.clear()
    visitor = in_process(Client(), is_remembered=True)
    form = Form("post", "/contribuer/fichiers/", {"formulaire": Field("hidden"), "attachments": Field("file")}, True)
    assert stopping.too_often(form, visitor) == "arrêté au 101e envoi"


def test_nobody_is_led_elsewhere_when_they_come_in(people):
    filled = filling.sign_in_led(people.stranger, "sacha", PASSWORD, STRINGS["adresses"] + STRINGS["chemins"])
    assert not filled.faults


@pytest.fixture
def recipients(db):
    settings = SiteSettings.for_site(Site.objects.get())
    settings.contact_recipients = [("recipient", {"label": "La technique", "address": "technique@example.org"})]
    settings.save()


def test_what_is_stored_acts_nowhere_it_is_shown(contents, recipients, people, django_capture_on_commit_callbacks):
    faults, shown, taken = [], 0, set()
    forms = [form for form in public_forms(people.stranger) if "site_web" in form.fields and form.is_multipart]
    with django_capture_on_commit_callbacks(execute=True):
        for number, form in enumerate(forms):
            for _family, string in EVERY[number :: ONE_IN * 4]:
                filled = filling.fill(form, [string], people.stranger)
                for contribution in filling.contributions(filled.stored):
                    faults += showing.told_of(contribution, string, people)
                    shown += 1
                    taken.add(form.path)
    faults += showing.told_in_lists(people)
    faults += [fault for letter in mail.outbox for fault in faults_of_mail(letter.message())]
    assert shown > 60 and mail.outbox
    assert taken == {form.path for form in forms}
    assert not faults, "\n".join(faults)
