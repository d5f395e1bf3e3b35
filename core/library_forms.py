"""The forms of the library: files are looked into before they are stored, and one reads what was taken out of them."""

import secrets

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from core import photos
from core.files.doors import look_into
from core.files.limits import megabytes
from core.files.types import Family
from core.gone_files import forget_pictures, will_be_erased
from core.whole_files import kept_with_row


class Sentence(forms.Widget):
    """Words that are read where others have a field."""

    def render(self, name, value, attrs=None, renderer=None):
        return format_html("<p>{}</p>", value)


class SaysWhatIsRemoved:
    """A form of a core.models.cleaned.Cleaned: its first line says what `save` took out of the file, if anything."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        line = self.instance.removed_line
        if line:
            said = forms.CharField(label=_("Nettoyage"), initial=line, disabled=True, required=False, widget=Sentence)
            self.fields = {"cleaning": said, **self.fields}

    def _look_into(self, families):
        file = self.cleaned_data.get("file")
        if file and "file" in self.changed_data:
            look_into(file, families)
        return file


class KeepsUntilSaved:
    """A form that replaces a file: the former one goes once the new one is there.

    Stock forms erase it first: killed in between, both are lost.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._former = self.instance.file.name if self.instance.pk and self.instance.file else ""
        self.original_file = None

    @property
    def _replaced(self):
        """The name (str) of the file that is replaced, "" for none."""
        return self._former if "file" in self.changed_data and not self.errors else ""

    def save(self, commit=True):
        if not commit:
            return super().save(commit=False)
        with kept_with_row(self.instance, *self.instance.cleaned_fields):
            self.instance.store()
            with transaction.atomic():
                item = super().save()
                if self._replaced:
                    self.forget(item, self._replaced)
                return item

    def forget(self, item, name):
        """Within a transaction: the file called `name` (str), which `item` had, goes."""
        will_be_erased([name])


class DecodedImageField(WagtailImageField):
    """Refuses, beside the field and in French, a photo that cannot be decoded to its end (TRAPS 3)."""

    def to_python(self, data):
        if data:
            # Before Willow, which decodes it all to count its frames: 1.7 GB for forty bytes (TRAPS 2).
            photos.refuse_from_header(data)
        try:
            file = super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:  # a header that Willow or Pillow trips over
            raise photos.damaged() from error
        if file is not None:
            photos.cleaned(file)
        return file


class SiteImageForm(SaysWhatIsRemoved, KeepsUntilSaved, BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = DecodedImageField(label=stock.label, required=stock.required, widget=stock.widget)

    def forget(self, image, name):
        forget_pictures(image, name)


class SiteDocumentForm(SaysWhatIsRemoved, KeepsUntilSaved, BaseDocumentForm):
    def clean_file(self):
        return self._look_into({Family.DOCUMENT})


class SiteMediaForm(SaysWhatIsRemoved, KeepsUntilSaved, BaseMediaForm):
    def clean_file(self):
        return self._look_into({Family.VIDEO if self.instance.type == "video" else Family.SOUND})

    def clean_thumbnail(self):
        """A poster is a photo: it is decoded here, and refused beside its field (TRAPS 3)."""
        poster = self.cleaned_data.get("thumbnail")
        if poster and "thumbnail" in self.changed_data:
            if poster.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
                raise ValidationError(
                    _("Cette image est trop lourde\u00a0: %(size)s au plus."),
                    code="too_heavy",
                    params={"size": megabytes(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)},
                )
            photos.cleaned(poster)
        return poster

    def _post_clean(self):
        former = self.instance.file
        super()._post_clean()
        if self._replaced:
            # Its view keeps `former` too, and erases what it names before it saves: it names nothing that is there.
            former.name = f"{former.name}.{secrets.token_hex(8)}"
