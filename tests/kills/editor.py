"""A member before the editor: forms filled as a browser without script posts them."""

from datetime import date, time

from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks import BlockField
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from members.models import Member
from tests.factories import make_member


def somebody(username, group):
    """A Client in which the member called `username` (str), of `group` (str), has come in."""
    member = Member.objects.filter(username=username).first() or make_member(username, group)
    browser = Client()
    browser.force_login(member)
    browser.member = member
    return browser


def filled(browser, address, **said):
    """What a form of the editor posts (dict) once it is open at `address` and `said` is typed in it."""
    form = browser.get(address).context["form"]
    data = {}
    for name in form.fields:
        value = form[name].value()
        if isinstance(form.fields[name].widget, DraftailRichTextArea):
            data[name] = rich_text(value or "")
        elif isinstance(value, bool):
            data |= {name: "on"} if value else {}
        elif isinstance(value, str | int | date | time):
            data[name] = str(value)
        elif isinstance(value, list):
            data[name] = [str(one) for one in value]
    for name in getattr(form, "formsets", ()):
        data |= {f"{name}-{key}_FORMS": 0 for key in ("TOTAL", "INITIAL")}
    text = said.pop("text", "")
    for name, field in form.fields.items():
        if isinstance(field, BlockField):
            blocks = [("text", rich_text(f"<p>{text}</p>"))] if name == "body" and text else []
            data |= nested_form_data({name: streamfield(blocks)})
    return data | said


def adding(model, parent):
    """The address (str) of the screen where a page of `model` is made under `parent`."""
    return reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])


def editing(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def posted(browser, address, data):
    """Posts, and raises AssertionError where the form came back: what was typed is not accepted."""
    response = browser.post(address, data)
    if response.status_code == 302 or response.headers["Content-Type"].startswith("application/json"):
        return response
    form = response.context and response.context.get("form")
    raise AssertionError(f"{address} answered {response.status_code}: {form and form.errors}")
