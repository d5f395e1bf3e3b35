"""The mail server away: refused, silent, or refusing somebody. Nobody waits, nobody is told who is known here."""

import pytest

from tools.outages.mail_server import refusing_mail_server
from tools.outages.people import Visitor
from tools.outages.relay import Relay
from tools.outages.writing import send_message

KNOWN, UNKNOWN = "camille@example.org", "personne@example.org"
#: Seconds: far less than a mail server is waited for (settings.EMAIL_TIMEOUT).
SOON = 4
#: What moderators read of a message that came from somebody who writes by hand, once a moderator has looked.
RELEASE = """
from contributions.models import Contribution
from contributions.mailing import release
from contributions.models import Mail
release(Contribution.objects.get())
print(*Mail.objects.values_list("state", "failure").get(), sep=": ")
"""


@pytest.fixture(params=["refused", "silent", "refusing"])
def mail_server(request):
    """The port (int) of a mail server that does not do its work."""
    if request.param == "refused":
        yield 1
    elif request.param == "silent":
        with Relay() as silent:
            yield silent.port
    else:
        with refusing_mail_server() as port:
            yield port


def test_nobody_waits_for_mail_nor_learns_from_it(site, mail_server):
    with site.served(EMAIL_URL=f"smtp://127.0.0.1:{mail_server}") as address:
        Visitor(address).get("/admin/password_reset/")  # what is made once
        seconds = {KNOWN: [], UNKNOWN: []}
        for number, asked in enumerate([UNKNOWN, KNOWN, UNKNOWN, KNOWN]):
            answer = Visitor(address, f"192.0.2.{number}").fill("/admin/password_reset/", email=asked)
            assert (answer.status, answer.headers["location"]) == (302, "/admin/password_reset/done/")
            seconds[asked].append(answer.seconds)
        assert max(map(max, seconds.values())) < SOON
        message = send_message(Visitor(address))
        assert message.status == 200 and 'class="code"' in message.text and message.seconds < SOON
        assert Visitor(address).get("/").seconds < SOON
    said = site.asked(RELEASE, EMAIL_URL=f"smtp://127.0.0.1:{mail_server}")
    assert said.startswith("failed: le serveur de courriel"), said
    journal = site.journal.read_text()
    assert "Failed to send password reset email" in journal
    assert "@" not in journal and "nous@" not in said
