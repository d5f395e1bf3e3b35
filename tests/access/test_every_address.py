"""Every address of the project, asked as each person, against the written table (docs/acces.md).

TRAPS 16: eighteen of the thirty advisories of Wagtail since 2020 are faults of permission.
"""

from fnmatch import fnmatchcase

import pytest

from tests.access.addresses import addresses
from tests.access.walk import IN_DEVELOPMENT, ON_PURPOSE, PEOPLE, ROWS, UPSTREAM, read_all, said_of, send_all


def test_every_address_is_in_the_table_and_every_row_names_one(site):
    names = {address.name for address in addresses(site)}
    assert [name for name in names if said_of(name) is None] == []
    idle = [one for patterns, _said in ROWS for one in patterns if not any(fnmatchcase(name, one) for name in names)]
    assert set(idle) <= IN_DEVELOPMENT


@pytest.mark.parametrize("who", PEOPLE)
def test_each_address_opens_to_whom_the_table_says(site, who):
    _number, wrong = read_all(site, who)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("who", PEOPLE)
def test_an_empty_form_breaks_nothing_and_writes_nothing_where_one_may_not_enter(site, who):
    _number, wrong, failing = send_all(site, who)
    assert wrong == [], "\n".join(wrong)
    assert failing <= ON_PURPOSE | UPSTREAM
    if who == PEOPLE[-1]:
        assert failing == ON_PURPOSE | UPSTREAM, "mended upstream: this list is shorter"
