"""People who come in through the front door, and what their telephones show."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP

from members.access.second_factor import confirm, first_codes, phone_to_confirm
from tests.factories import make_member

PASSWORD = "un mot de passe assez long"
LOGIN = "/admin/login/"


def come_in(client, username, password=PASSWORD, **headers):
    """The answer to a password; from another address with REMOTE_ADDR=."""
    return client.post(LOGIN, {"username": username, "password": password, "next": "/admin/"}, **headers)


def shown_by(phone, steps=0):
    """What a telephone shows (str) for `phone` (Phone), `steps` of thirty seconds from now."""
    totp = TOTP(phone.bin_key)
    totp.time = timezone.now().timestamp() + 30 * steps
    return f"{totp.token():06d}"


@pytest.fixture
def member(db):
    return make_member("ana")


@pytest.fixture
def protected(member):
    """A member with a telephone (Member) and ten codes on paper, as `.paper`; the next code that it shows is good."""
    member.phone = phone_to_confirm(member)
    assert confirm(member, shown_by(member.phone, steps=-1))
    member.paper = first_codes(member)
    member.phone.refresh_from_db()
    return member


@pytest.fixture
def someone():
    """A function that gives another browser (Client)."""
    return lambda **headers: Client(**headers)


@pytest.fixture
def later():
    """A function that lets seconds go by, from tomorrow morning: midnight forgets what is counted."""
    morning = timezone.localtime().replace(hour=8, minute=0) + timedelta(days=1)
    with time_machine.travel(morning) as traveller:
        yield traveller.shift


def errors_of(response):
    """The sentences that the screen of `response` says went wrong (str)."""
    return " ".join(re.findall(r'<li class="error">(.*?)</li>', response.content.decode()))


def is_inside(client):
    return client.get("/admin/").status_code == 200
