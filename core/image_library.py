"""The list of the library's images, which may be narrowed to those whose people were not asked."""

from wagtail.images.views.images import ImagesFilterSet, IndexView


class LibraryFilterSet(ImagesFilterSet):
    class Meta(ImagesFilterSet.Meta):
        fields = ("people",)


class LibraryView(IndexView):
    """Wagtail's own at Wagtail's own address, with one filter more: it reads no setting for that."""

    filterset_class = LibraryFilterSet
