"""What was stored of hostile strings, wherever it is shown afterwards: the desk, the draft, the public page, tables."""

import csv
import io
import zipfile

from django.urls import reverse

from core.models import ContentPage
from initiatives.models import InitiativeKind, InitiativePage
from members.models import Member
from tests.hostile.fields import public_forms
from tests.hostile.judge import faults_of, faults_of_writing
from tests.hostile.strings import EVERY
from tests.hostile.visitor import as_bytes

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
#: Screens of members that list what came, each with what may be asked of it.
DESKS = (
    ("contributions_contribution_modeladmin_index", [("pile", "tout")]),
    ("contributions_contribution_modeladmin_index", [("pile", "doute"), ("q", "zqx")]),
    ("contributions_figures", []),
    ("missed_searches", []),
    ("wagtailadmin_home", []),
    ("wagtailadmin_explore_root", []),
    ("wagtailadmin_reports:aging_pages", []),
    ("wagtailadmin_reports:site_history", []),
    ("wagtailadmin_reports:workflow", []),
    ("wagtailadmin_pages:search", [("q", "zqx")]),
)
EXPORTS = (
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:locked_pages",
    "contributions_contribution_modeladmin_index",
)


def told_of(contribution, string, people):
    """What is wrong (list of str) where one Contribution is shown, until its page (if any) is read by everybody."""
    string, faults = as_bytes(string), []
    address = reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])
    faults += _asked(people.member, address, string)
    if contribution.of_kind.is_message:
        # Its letter leaves once a moderator has said that no program wrote it.
        answer = people.member.post(address, [("geste", "remettre")], multipart=False)
        return [*faults, *faults_of(answer, string)]
    answer = people.member.post(address, [("geste", "accepter"), ("accepter-text", "")], multipart=False)
    faults += [f"acceptation : {fault}" for fault in faults_of(answer, string)]
    contribution.refresh_from_db()
    if not contribution.may_be_published:  # its sender has said so
        return faults
    if contribution.page_id is None:
        return [*faults, f"acceptation : {answer.status}, rien n’en est fait"]
    faults += _asked(people.member, reverse("wagtailadmin_pages:edit", args=[contribution.page_id]), string)
    page = contribution.page.specific
    _complete(page)
    page.save_revision(user=Member.objects.first(), clean=False).publish(skip_permission_checks=True)
    faults += _asked(people.stranger, ContentPage.objects.get(pk=page.pk).url, string, statuses={200})
    return faults


def _complete(page):
    """Gives a draft what an editor has to add before it is published."""
    page.summary = page.summary or "Deux phrases."
    if isinstance(page, InitiativePage):
        page.kind = InitiativeKind.objects.first()


def told_in_lists(people):
    """What is wrong (list of str) in the screens, tables and files that list what was stored and published."""
    faults = []
    for name, query in DESKS:
        answer = people.member.get(reverse(name), query)
        faults += [f"{name} : {fault}" for fault in _of_all(answer)]
    for form in public_forms(people.stranger):
        if form.method == "get":
            faults += [f"{form.path} : {fault}" for fault in _of_all(people.stranger.get(form.path))]
    for name in EXPORTS:
        for extension in ("csv", "xlsx"):
            answer = people.member.get(reverse(name), [("export", extension)])
            faults += [f"{name}, {extension} : {fault}" for fault in faults_of_table(answer)]
    return faults


def faults_of_table(answer):
    """What is wrong (list of str) in a table that a member takes away: a cell that a program would compute."""
    if answer.status != 200:
        return [f"réponse {answer.status}"]
    if answer.body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            sheets = b"".join(archive.read(name) for name in archive.namelist() if "sheets/" in name)
        return ["formule dans une cellule"] if b"<f>" in sheets else []
    rows = csv.reader(io.StringIO(answer.text, newline=""))
    return [f"formule : {cell[:40]}" for row in rows for cell in row if cell.lstrip(" ").startswith(_FORMULAS)]


def _asked(visitor, address, string, statuses=(200, 302)):
    answer = visitor.get(address)
    faults = [f"{address} : {fault}" for fault in faults_of(answer, string)]
    return faults if answer.status in statuses else [*faults, f"{address} : réponse {answer.status}"]


def _of_all(answer):
    written = [fault for _family, string in EVERY for fault in faults_of_writing(answer, as_bytes(string))]
    return [*faults_of(answer), *written]
