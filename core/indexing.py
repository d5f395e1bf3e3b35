"""FrenchIndexed: a model whose words are indexed by their stems, in whatever spelling they are written."""

from wagtail.search import index

from core.french import plain_words, stem, stems

#: Characters of stems that one field may put in the index: PostgreSQL refuses a row of a megabyte (TRAPS 6).
MOST_CHARACTERS = 120_000
#: After each field, so that no phrase goes from one to the next.
BREAK = "zzz0"


class FrenchIndexed:
    """Comes before the model it is mixed into: `class ContentPage(FrenchIndexed, Page)`.

    `search_fields` stay as Wagtail wants them; those that hold text are replaced by the same ones, folded.
    """

    search_auto_update = False  # search.signals does it, and leaves drafts alone

    @classmethod
    def get_search_fields(cls):
        if "_folded_search_fields" not in cls.__dict__:
            cls._folded_search_fields = _folded(super().get_search_fields())
        return cls._folded_search_fields


class StemField(index.SearchField):
    """A SearchField whose value is the stems of its text, in order."""

    def written(self, obj):
        """The text (str) of this field of `obj`, as it is written."""
        return _as_text(super().get_value(obj))

    def get_value(self, obj):
        folded = _cut(stems(self.written(obj)))
        return f"{folded} {BREAK}" if folded else ""


class BeginningField(index.AutocompleteField):
    """An AutocompleteField whose value is the plain words of its text, to be completed, and their stems, whole."""

    def get_value(self, obj):
        return _cut(
            " ".join(
                word for plain in plain_words(_as_text(super().get_value(obj))) for word in (plain, whole_stem(plain))
            )
        )


def whole_stem(word):
    """The stem (str) of `word` as the index of beginnings holds it: with a figure, so that no beginning is it."""
    return f"{stem(word)}0"


def _folded(fields):
    return [_fold_field(field) for field in fields]


def _fold_field(field):
    if type(field) is index.SearchField:
        return StemField(field.field_name, boost=field.boost, **field.kwargs)
    if type(field) is index.AutocompleteField:
        return BeginningField(field.field_name, **field.kwargs)
    if type(field) is index.RelatedFields:
        return index.RelatedFields(field.field_name, _folded(field.fields))
    return field


def _as_text(value):
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, dict):
        value = value.values()
    return "\n".join(map(_as_text, value)) if hasattr(value, "__iter__") else str(value)


def _cut(text):
    return text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS].rpartition(" ")[0]
