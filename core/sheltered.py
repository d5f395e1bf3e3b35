"""Files of the library that only those who may see their collection get: their names say so (core.site_storage)."""

from django.db import models
from django.utils.deconstruct import deconstructible
from wagtail.models import Collection

from core.site_storage import collection_of, folder_of


class Sheltered(models.Model):
    """A file of the library (CollectionMember) whose files lie out of the media while its collection is private."""

    #: The fields that hold files which people see or hear.
    sheltered_fields = ("file",)

    class Meta:
        abstract = True

    @property
    def is_private(self):
        """Whether only those who may see its collection get it; known without a query."""
        return self.private_to is not None

    @property
    def private_to(self):
        """The key (int) of the collection that keeps it, or None: anybody may see it."""
        return collection_of(self.file.name)

    @property
    def wanted_by(self):
        """The key (int) of its collection if a restriction is on it or above it, else None: one or two queries."""
        collection = Collection.objects.filter(pk=self.collection_id).first()
        is_kept = collection is not None and collection.get_view_restrictions().exists()
        return self.collection_id if is_kept else None

    @property
    def folder(self):
        """How the names of its files have to begin (str; empty: in the media)."""
        return folder_of(self.wanted_by)

    def misplaced(self):
        """The names (dict: field → str) of those of its files that are not where its collection wants them."""
        names = {field: getattr(self, field).name for field in self.sheltered_fields if getattr(self, field)}
        wanted = self.wanted_by
        return {field: name for field, name in names.items() if collection_of(name) != wanted}


@deconstructible
class Shelf:
    """`upload_to` of a field of a Sheltered: `folder` (str) of the media, or of its private collection."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, instance, filename):
        return f"{instance.folder}{self.folder}/{filename}"

    def __eq__(self, other):
        return isinstance(other, Shelf) and self.folder == other.folder

    __hash__ = None
