"""Who is written to when something happens: whoever left an address, and whoever a message is for."""

from contributions.mailing import post
from contributions.models import Mail


def say_there_is_news(contribution):
    """Writes to the sender of a Contribution that there is news, never of what, once what is being done is done."""
    if contribution.email:
        post(contribution, Mail.Purpose.NEWS)


def hand_over_message(contribution, recipient):
    """Mails a message to its `recipient` (str, contributions.recipients), if it has one.

    What looks like a program's waits until somebody says that it is none.
    """
    if recipient:
        post(contribution, Mail.Purpose.MESSAGE, recipient=recipient, is_held=contribution.is_doubtful)
