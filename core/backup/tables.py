"""Which tables are copied, and their columns: those of every app, but what is made again or is nobody's to keep."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession
from wagtail.images.models import AbstractRendition
from wagtail.search.models import IndexEntry

from core.models import TimedJob

#: Who is signed in or writing now; pictures made of others; the index of the search; what machines do behind.
_LEFT_OUT = (AbstractBaseSession, EditingSession, AbstractRendition, IndexEntry, DBTaskResult, TimedJob)


@dataclass(frozen=True)
class Table:
    """`model` is its label (str), `columns` pairs (name, internal type), `files` the columns that name a file."""

    name: str
    model: str
    columns: tuple
    files: tuple = ()
    #: Columns that point to what is left out, and are emptied.
    emptied: tuple = ()


def copied_tables():
    """The tables to copy (list of Table), and the names of those that are left out (list of str)."""
    models_ = [model for model in apps.get_models(include_auto_created=True) if model._meta.can_migrate("default")]
    models_ = [model for model in models_ if model._meta.managed and not model._meta.proxy]
    left_out = {model for model in models_ if issubclass(model, _LEFT_OUT)}
    while more := {model for model in set(models_) - left_out if _cannot_do_without(model, left_out)}:
        left_out |= more
    tables = [_table(model, left_out) for model in models_ if model not in left_out]
    return sorted(tables, key=lambda table: table.name), sorted(model._meta.db_table for model in left_out)


def _cannot_do_without(model, others):
    return any(
        field.is_relation and field.related_model in others and not field.null
        for field in model._meta.local_concrete_fields
    )


def _table(model, left_out):
    fields = model._meta.local_concrete_fields
    return Table(
        model._meta.db_table,
        model._meta.label_lower,
        tuple((field.column, _kind(field)) for field in fields if not field.generated),
        tuple(field.column for field in fields if isinstance(field, models.FileField)),
        tuple(field.column for field in fields if field.is_relation and field.related_model in left_out),
    )


def _kind(field):
    """What a column holds (str, the name of a class of django.db.models): of a foreign key, what it points to."""
    while field.is_relation:
        field = field.target_field
    return field.get_internal_type()
