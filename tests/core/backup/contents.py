"""All that a site holds, read by Django's models and not by what makes copies, as both databases give it."""

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

from core.site_storage import files_in

#: Made again, or of who is there now. Of the index of the search, that it knows the same things is asked instead.
DERIVED = {
    "core.siterendition",
    "wagtailimages.rendition",
    "sessions.session",
    "wagtailadmin.editingsession",
    "wagtailsearch.indexentry",
    "wagtailsearch.sqliteftsindexentry",
    "core.generation",
    "core.timedjob",
    "django_tasks_database.dbtaskresult",
    "search.catalogueversion",
}


def contents():
    """A dict: label of each model → its rows; « files » → what is in each; « keys » → the next key of some tables."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label_lower not in DERIVED:
            rows = model._base_manager.order_by("pk").iterator()
            found[model._meta.label_lower] = [row_of(one) for one in rows]
    entries = apps.get_model("wagtailsearch.indexentry").objects.values_list("content_type__model", "object_id")
    found["indexed"] = sorted(map(list, entries))
    found["files"] = digests()
    # The words of the site are counted again: of two spellings as frequent, either may stay.
    for word in found["search.word"]:
        word.pop("written")
    # And kept in the order in which a database happens to give the themes of a page.
    for text in found["search.contenttext"]:
        text["words"] = sorted(text["words"].split())
    return found


def row_of(one):
    return {field.attname: value_of(field, one) for field in one._meta.local_concrete_fields}


def value_of(field, one):
    """What a field of the row `one` holds, as both databases say it: PostgreSQL keeps no order of the keys of JSON."""
    if field.is_relation:
        return getattr(one, field.attname)
    written = field.value_to_string(one)
    if isinstance(written, str) and field.get_internal_type() == "JSONField":
        return json.loads(written)
    return written


def digests():
    """What is in each file that is nobody else's to make (dict: name → str), wherever the site keeps them."""
    found = {}
    for name in sorted(default_storage.names()):
        # Those of a private collection are in its folder.
        if not {"images", "apercus"} & set(name.split("/")[:3]):
            with default_storage.open(name) as file:
                found[name] = digest_of(file.read())
    root = Path(settings.QUARANTINE_ROOT)
    return found | {f"quarantaine/{name}": digest_of((root / name).read_bytes()) for name in files_in(root)}


def digest_of(content):
    return f"{len(content)} {hashlib.sha256(content).hexdigest()}"


def differences(one, other):
    """How many rows and files of two `contents` are not in both (dict: label → int); empty if they are the same."""
    found = {}
    for label in one.keys() | other.keys():
        counts = [Counter(map(_said, _items(contents.get(label, [])))) for contents in (one, other)]
        if number := ((counts[0] - counts[1]) + (counts[1] - counts[0])).total():
            found[label] = number
    return found


def _items(rows):
    return rows.items() if isinstance(rows, dict) else rows


def _said(row):
    return json.dumps(row, sort_keys=True, default=str)


if __name__ == "__main__":
    django.setup()
    json.dump(contents(), sys.stdout, default=str)
    connection.close()
