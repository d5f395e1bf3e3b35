"""A value for every field and every block there is, so that what is added to the site tomorrow is filled too."""

import datetime

from wagtail import blocks
from wagtail.coreutils import resolve_model_string
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from agenda.blocks import MovedDateBlock, NotedDateBlock, PauseBlock
from core.blocks import HeadingBlock
from core.media_blocks import AudioBlock, PlayerBlock, VideoBlock
from core.numbers_field import NumbersField

DAY = datetime.date(2026, 12, 5)
HOUR = datetime.time(18, 30)
ADDRESS = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
#: Where any value would not do: what is read from it, or beside it.
_SAID = {
    "starts": "vers 1975",
    "ends": "2015",
    "year": 1978,
    "interval": 1,
    "repeats": "weekly",
    "end_date": datetime.date(2026, 12, 6),
    "adopted_until": datetime.date(2026, 12, 6),
    "repeats_until": datetime.date(2027, 1, 30),
    "end_time": datetime.time(20, 0),
}
_OF_BLOCKS = {
    (PlayerBlock, "address"): ADDRESS,
    (HeadingBlock, "level"): "h3",
    (MovedDateBlock, "to_day"): datetime.date(2026, 12, 8),
    (NotedDateBlock, "day"): datetime.date(2026, 12, 14),
    (PauseBlock, "first"): datetime.date(2026, 12, 24),
    (PauseBlock, "last"): datetime.date(2027, 1, 3),
}
_MEDIA = {AudioBlock: "sound", VideoBlock: "video"}


class Filling:
    """`known` (dict: name → row) has an `image`, a `document`, a `sound`, a `video`, a `place`, a `theme`, a `page`…"""

    def __init__(self, **known):
        self.known = known

    def fields(self, model, upto=Page):
        """A value (dict: name → value) of each field that `model` adds to `upto` (class of model)."""
        inherited = {field.name for field in upto._meta.get_fields()}
        fields = [
            field
            for field in model._meta.get_fields()
            if field.concrete and field.editable and not field.many_to_many and not field.auto_created
        ]
        return {
            field.name: self.field(field)
            for field in fields
            if field.name not in inherited and not getattr(field.remote_field, "parent_link", False)
        }

    def field(self, field):
        if field.name in _SAID:
            return _SAID[field.name]
        if field.is_relation:
            return self._row(field.related_model)
        if field.flatchoices:
            return _first(field.flatchoices)
        if isinstance(field, StreamField):
            return self._stream(field.stream_block)
        if isinstance(field, NumbersField):
            return (field.options[0][0],)
        return self._plain(field, isinstance(field, RichTextField))

    def block(self, block, name="", parent=None):
        """What a block takes."""
        if (type(parent), name) in _OF_BLOCKS:
            return _OF_BLOCKS[type(parent), name]
        if isinstance(block, blocks.StreamBlock):
            return self._stream(block)
        if isinstance(block, blocks.StructBlock):
            return {child: self.block(one, child, block) for child, one in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            return [self.block(block.child_block) for _time in range(block.meta.min_num or 1)]
        if isinstance(block, blocks.ChooserBlock):
            return self.known[_MEDIA[type(parent)]] if type(parent) in _MEDIA else self._row(block.target_model)
        if isinstance(block, blocks.ChoiceBlock):
            return _first(block.field.choices)
        return self._plain(block.field, isinstance(block, blocks.RichTextBlock), block.label)

    def _stream(self, block):
        return [(name, self.block(child, name, block)) for name, child in block.child_blocks.items()]

    def _row(self, model):
        model = resolve_model_string(model)
        return next(row for row in self.known.values() if isinstance(row, model))

    def _plain(self, field, is_rich, label=""):
        """The value of a field of a model or of a form, by what both are called."""
        words = f"{label or getattr(field, 'verbose_name', '')}\u00a0: l’été, « là » 🌌".strip().capitalize()
        kind = type(field).__name__
        if is_rich:
            return f"<p>{words}, <b>gras</b>.</p>"
        for ending, value in _PLAIN.items():
            if kind.startswith(ending):
                return value
        return words[: getattr(field, "max_length", None) or 200]


_PLAIN = {
    "DateField": DAY,
    "TimeField": HOUR,
    "EmailField": "personne@example.org",
    "URLField": "https://example.org/ailleurs",
    "BooleanField": True,
    "Positive": 12,
    "Integer": 12,
    "FloatField": 12.5,
}


def _first(choices):
    """The first value of choices (pairs, perhaps in groups) that is not empty."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            return label[0][0]
        if value not in ("", None):
            return value
    raise ValueError(choices)
