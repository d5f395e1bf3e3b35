"""What a list may be narrowed by, beside what all contents share: a table on each index page, blind to kinds here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.contrib.contenttypes.models import ContentType

from core.french import fold


@dataclass(frozen=True)
class Option:
    """One answer to a filter: its value in the address, its words, and how it narrows a ContentQuerySet."""

    value: str
    label: str
    narrow: Callable
    is_used: bool = True


@dataclass(frozen=True)
class Asked:
    """One thing that the address asks: its parameter, its words, and the address of the list without it."""

    name: str
    label: str
    value: str
    way_out: str


@dataclass(frozen=True)
class Select:
    """One filter of the form: its parameter, its words, and (value, label, is chosen) for each option offered."""

    name: str
    label: str
    options: list


@dataclass(frozen=True)
class FieldFilter:
    """One value of a text field, among its choices or, where it has none, among what is stored."""

    name: str
    label: str
    field: str

    def options(self, model, stored):
        """The options (list of Option) of `model`, given the values `stored` (set) among the published contents."""
        choices = model._meta.get_field(self.field).flatchoices
        labels = choices or sorted(((value, value) for value in stored if value), key=lambda pair: fold(pair[1]))
        return [
            Option(address_value(label), str(label), partial(_having, self.field, value), is_used=value in stored)
            for value, label in labels
        ]


@dataclass(frozen=True)
class SectionFilter:
    """One page type among `models` (tuple of classes built on the trunk)."""

    name: str
    label: str
    models: tuple
    field: str = "content_type"

    def options(self, model, stored):
        types = ContentType.objects.get_for_models(*self.models)
        return [
            Option(kind.section, str(kind.section_label), partial(_of_kind, kind), is_used=types[kind].pk in stored)
            for kind in self.models
        ]


@dataclass(frozen=True)
class ConditionFilter:
    """One condition among a few that no field says alone: « encore ouvert », « ailleurs »."""

    name: str
    label: str
    conditions: tuple[Option, ...]
    field: None = None

    def options(self, model, stored):
        return self.conditions


def address_value(label):
    """« à la lisière d’une institution » → « a-la-lisiere-d-une-institution »."""
    return fold(str(label)).replace(" ", "-")


def _having(field, value, contents):
    return contents.filter(**{field: value})


def _of_kind(model, contents):
    return contents.of_kinds([model])
