"""The form of the image library."""

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core import photos
from core.gone_files import forget_pictures


class DecodedImageField(WagtailImageField):
    """Refuses, beside the field and in French, a photo that cannot be decoded to its end (TRAPS 3)."""

    def to_python(self, data):
        try:
            file = super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:  # a header that Willow or Pillow trips over
            raise photos.damaged() from error
        if file is not None:
            photos.cleaned(file)
        return file


class SiteImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = DecodedImageField(label=stock.label, required=stock.required, widget=stock.widget)

    @transaction.atomic
    def save(self, commit=True):
        """Wagtail erases the file that is replaced before its transaction ends: killed there, it has lost both."""
        replaced = self.original_file.name if commit and "file" in self.changed_data and self.original_file else None
        self.original_file = None
        image = super().save(commit=commit)
        if replaced:
            forget_pictures(image, replaced)
        return image
