"""All the scenarios, in the order of docs/audit.md."""

from tests.kills import library, publishing, sending


def scenarios():
    """What people do (list of Scenario)."""
    return [*(one() for one in publishing.SCENARIOS), *library.scenarios(), *(one() for one in sending.SCENARIOS)]
