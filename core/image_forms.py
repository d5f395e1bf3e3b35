"""The form of the image library."""

from wagtail.images.forms import BaseImageForm

from core import photos


class SiteImageForm(BaseImageForm):
    """Refuses, beside its field and in French, a photo that cannot be decoded (TRAPS 3)."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            photos.cleaned(file)
        return file
