"""ContentQuerySet: the words in which contents are asked for, whatever their kind."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast, Concat
from wagtail.query import PageQuerySet

from core.privacy import without_restriction

from .place import Place
from .related import has_links
from .theme import Theme

#: What no title holds (U+001F, « unit separator »).
THEMES_APART = "\x1f"
#: Nor an address this (U+001E, « record separator »): between what is read of a theme.
_PARTS_APART = models.Value("\x1e")
_WHOLE_THEME = Concat(
    Cast("theme_id", models.TextField()),
    _PARTS_APART,
    "theme__slug",
    _PARTS_APART,
    "theme__title",
    output_field=models.TextField(),
)


def themes_read(said, database):
    """The themes (list of Theme, their descriptions put off) that `for_reading` said of a content (str or None)."""
    rows = (one.split(_PARTS_APART.value, 2) for one in (said or "").split(THEMES_APART))
    # In the order of the model.
    return [Theme.from_db(database, ("id", "title", "slug"), (int(row[0]), row[2], row[1])) for row in rows if row[2:]]


class JoinedTexts(models.Aggregate):
    """One text of many, with a separator (str) between them: JoinedTexts("theme__title", ", ")."""

    function = "STRING_AGG"
    output_field = models.TextField()

    def __init__(self, text, separator, **extra):
        super().__init__(text, models.Value(separator), **extra)

    def as_sqlite(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **extra)


class ContentQuerySet(PageQuerySet):
    def published(self):
        """What any reader may see: live, and neither private nor under a private page."""
        return without_restriction(self.live())

    def readable_among(self, contents):
        """Keys (set) of those of `contents` (iterable; None is passed over) that any reader may see."""
        keys = {content.pk for content in contents if content}
        return set(self.published().filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()

    def with_image_and_place(self):
        """What a card shows, and not the texts; the renditions of all the cards of a page are fetched together."""
        return self.select_related("image", "place").defer_streamfields()

    def with_result(self):
        """What a result of the search shows beside its passage, and nothing else."""
        shown = ("title", "summary", "kind_label", "when_label", "place__name", "content_type", "url_path", "path")
        return self.select_related("place").only(*shown)

    def with_theme_titles(self):
        """Each with the titles of its themes in one `theme_titles` (str or None), THEMES_APART between them."""
        return self.annotate(theme_titles=self._of_themes("theme__title"))

    def _of_themes(self, text):
        """What a `text` (expression on the themes of a content) says of each, THEMES_APART between them (Subquery)."""
        themes = self.model._meta.get_field("themes").remote_field.through.objects
        carried = themes.filter(contentpage=models.OuterRef("pk")).order_by().values("contentpage")
        return models.Subquery(carried.annotate(said=JoinedTexts(text, THEMES_APART)).values("said"))

    def carried_themes(self):
        """The themes (QuerySet) that at least one of them carries."""
        return Theme.objects.filter(models.Exists(self.filter(themes=models.OuterRef("pk"))))

    def combinations(self, fields):
        """What is stored in these `fields` (list of str), and of how many (a last column) (QuerySet of tuples)."""
        return self.values_list(*fields).annotate(times=models.Count("pk"))

    def for_reading(self):
        """What a content page needs of other tables, in the query that fetches it."""
        contents = self.select_related("image", "place", *self.model.read_with)
        return contents.annotate(may_have_links=has_links(), said_themes=self._of_themes(_WHOLE_THEME))

    def of_kinds(self, models_):
        """Contents of the given page types (an iterable of model classes)."""
        return self.filter(content_type__in=ContentType.objects.get_for_models(*models_).values())

    def about(self, themes):
        """Contents that carry at least one of `themes`."""
        through = self.model.themes.through
        return self.filter(pk__in=through.objects.filter(theme__in=themes).values("contentpage_id"))

    def last_about(self, theme, number):
        """The last `number` (int) contents that were given `theme`."""
        carried = self.model.themes.through.objects.filter(theme=theme).order_by("-pk")
        return self.filter(pk__in=carried.values("contentpage_id")[:number])

    def located_in(self, place):
        """Contents placed in `place` or anywhere inside it."""
        return self.filter(place__in=Place.objects.within(place))

    def elsewhere(self, country):
        """Contents placed outside `country` (ISO code)."""
        return self.filter(place__isnull=False).exclude(place__country=country)

    def of_year(self, year):
        """Contents whose period, date or year of publication includes `year` (int)."""
        return self.filter(first_year__lte=year).filter(models.Q(last_year=None) | models.Q(last_year__gte=year))

    def last_written(self, number):
        """Those of them that are among the last `number` (int) written of their type, whatever became of them."""
        return self.filter(pk__in=self.model._default_manager.order_by("-pk").values("pk")[:number])

    def recent(self):
        """Last published first; the key makes the order the same on both databases."""
        return self.order_by("-first_published_at", "-pk")
