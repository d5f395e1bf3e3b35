"""The three accounts of the example: one in each group of the collective."""

import os
import secrets
from dataclasses import dataclass

from django.contrib.auth.models import Group

from demo.content.site import ACCOUNTS
from members.models import Member


@dataclass
class Account:
    """An account and, where this load has created it, its password in clear (str; empty otherwise)."""

    member: Member
    group: str
    password: str = ""


def create_accounts():
    """The accounts of the example (dict: username → Account); those that exist are left as they are.

    A new one takes its password from DEMO_PASSWORD, or draws its own.
    """
    accounts = {}
    for username, (display_name, group) in ACCOUNTS.items():
        member, password = Member.objects.filter(username=username).first(), ""
        if member is None:
            password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
            member = Member.objects.create_user(
                username, f"{username}@example.org", password, display_name=display_name
            )
            member.groups.add(Group.objects.get(name=group))
        accounts[username] = Account(member, group, password)
    return accounts
