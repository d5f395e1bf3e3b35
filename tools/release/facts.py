"""What is true of a site, as its code reads it: `python -m tools.release.facts` writes it as JSON.

Texts are read through models and blocks, not in the tables: a block that the code no longer knows, or a field of a
draft that has another name, is still in its row, and lost for whoever reads.
"""

import json
import sys
from datetime import date, time, timedelta
from decimal import Decimal
from urllib.parse import urlencode, urlsplit

import django

if __name__ == "__main__":
    django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.blocks import StreamValue  # noqa: E402
from wagtail.models import Page, Revision  # noqa: E402
from wagtail.rich_text import RichText  # noqa: E402

from core.models import ContentPage  # noqa: E402
from core.privacy import without_restriction  # noqa: E402
from members.models import Member  # noqa: E402
from tests.core.backup.contents import DERIVED, digests  # noqa: E402
from tools.release.losses import GROWS  # noqa: E402

#: Made of the rest by the code, as it is at the time.
REMADE = DERIVED | {"search.contenttext", "search.word", "wagtailcore.referenceindex"}
#: Neither words nor days nor figures.
_SILENT = models.AutoField | models.BooleanField | models.UUIDField | models.DateTimeField | models.FileField
#: Drawn at random, or told by what is.
_DRAWN = {
    "agenda.calendarentry": {"digest", "text"},
    "agenda.occurrence": {"key"},
    "contributions.attachment": {"name"},
    "members.agreement": {"digest"},
    "members.consentstate": {"text_digest"},
    "members.member": {"password"},
    "otp_static.statictoken": {"token"},
    "otp_totp.totpdevice": {"key"},
    "wagtailcore.modellogentry": {"data"},
    "wagtailcore.pagelogentry": {"data"},
}


@transaction.atomic
def facts():
    """What is true of the site (dict), for `tools.release.losses` to compare. Nothing is written: who looks signs in.

    « counts »: rows of each model. « pages », by their paths: kind, title, texts, what answers; « drafts »: each of
    their versions. « rows »: the texts of all other models. « files »: what is in each.
    """
    kinds = [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]
    kinds = [model for model in kinds if model._meta.label_lower not in REMADE]
    found = {
        "counts": {model._meta.label_lower: model._base_manager.count() for model in kinds},
        "files": digests(),
        "rows": {model._meta.label_lower: rows for model in kinds if _is_typed(model) and (rows := _rows(model))},
    }
    visitor, editor = Client(raise_request_exception=False), Client(raise_request_exception=False)
    editor.force_login(Member.objects.filter(is_superuser=True, is_active=True).earliest("pk"))
    pages = list(Page.objects.order_by("path").specific())
    found["pages"] = {page.url_path: _page(page, visitor, editor) for page in pages}
    found["drafts"] = {page.url_path: [_draft(one, editor) for one in _versions(page)] for page in pages}
    transaction.set_rollback(True)
    return found


def _got(client, address):
    """What is answered at an address; a page that breaks the transaction breaks its own part of it."""
    with transaction.atomic():
        return client.get(address)


def _page(page, visitor, editor):
    address = page.url and urlsplit(page.url).path
    said = {
        "kind": page._meta.label_lower,
        "title": page.title,
        "live": page.live,
        "texts": texts_of(page),
        "answers": _got(visitor, address).status_code if address else None,
        "opens": _opened(editor, "wagtailadmin_pages:edit", page.pk),
    }
    if page.live and isinstance(page, ContentPage) and without_restriction(Page.objects.filter(pk=page.pk)).exists():
        asked = urlencode({"q": f'"{page.title}"'})
        said["found"] = f'href="{address}"' in _got(visitor, f"{reverse('search')}?{asked}").content.decode()
    return said


def _versions(page):
    return Revision.page_revisions.filter(object_id=str(page.pk)).order_by("pk")


def _draft(revision, editor):
    opens = _opened(editor, "wagtailadmin_pages:revisions_revert", revision.object_id, revision.pk)
    return {"texts": texts_of(revision.as_object()), "opens": opens}


def _opened(editor, name, *keys):
    """What the editor answers (int); of the root, which nobody edits, None."""
    return _got(editor, reverse(name, args=keys)).status_code if int(keys[0]) != Page.get_first_root_node().pk else None


def _is_typed(model):
    """Whether somebody writes its rows, of which no page is made."""
    return not issubclass(model, Page | Revision) and model._meta.label_lower not in GROWS


def _rows(model):
    """The texts of the rows of `model` (list of list of str), by their keys."""
    rows = [texts_of(row, model._meta.local_concrete_fields) for row in model._base_manager.order_by("pk").iterator()]
    return rows if any(rows) else []


def texts_of(row, fields=None):
    """The words, days and figures (list of str) of a row; of its `fields` alone, or of all of them."""
    drawn = _DRAWN.get(row._meta.label_lower, ())
    fields = fields or row._meta.concrete_fields
    typed = [field for field in fields if not field.is_relation and not isinstance(field, _SILENT)]
    return [text for field in typed if field.name not in drawn for text in _texts(field.value_from_object(row))]


def _texts(value):
    """The leaves (iterator of str) of what a field or a block holds."""
    if isinstance(value, StreamValue):
        for child in value:
            yield from _texts(child.value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, RichText):
        yield value.source
    elif isinstance(value, str | int | float | Decimal | date | time | timedelta) and not isinstance(value, bool):
        if text := str(value).strip():
            yield text
    elif isinstance(value, models.Model):
        yield f"{value._meta.label_lower} {value.pk}"
    elif hasattr(value, "__iter__"):
        for item in value:
            yield from _texts(item)


if __name__ == "__main__":
    json.dump(facts(), sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    connection.close()
