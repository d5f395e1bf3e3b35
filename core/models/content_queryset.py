"""ContentQuerySet: the words in which contents are asked for, whatever their kind."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Coalesce
from wagtail.query import PageQuerySet

from core.privacy import without_restriction

from .place import Place


class ContentQuerySet(PageQuerySet):
    def published(self):
        """What any reader may see: live, and neither private nor under a private page."""
        return without_restriction(self.live())

    def readable_among(self, contents):
        """Keys (set) of those of `contents` (iterable; None is passed over) that any reader may see."""
        keys = {content.pk for content in contents if content}
        return set(self.published().filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()

    def with_image_and_place(self):
        """What a card shows beside its words; who composes several lists fetches their renditions together."""
        return self.select_related("image", "place")

    def with_card(self):
        """Everything that a card shows, in a fixed number of queries."""
        return self.with_image_and_place().prefetch_related(
            models.Prefetch("image__renditions", to_attr="prefetched_renditions")
        )

    def with_result(self):
        """What a result of the search shows beside its passage, and nothing else."""
        shown = ("title", "summary", "kind_label", "when_label", "place__name", "content_type", "url_path", "path")
        return self.select_related("place").only(*shown)

    def for_reading(self):
        """What a content page needs of the tables that it points to, in the query that fetches it."""
        return self.select_related("image", "place", *self.model.read_with)

    def of_kinds(self, models_):
        """Contents of the given page types (an iterable of model classes)."""
        return self.filter(content_type__in=ContentType.objects.get_for_models(*models_).values())

    def about(self, themes):
        """Contents that carry at least one of `themes`."""
        through = self.model.themes.through
        return self.filter(pk__in=through.objects.filter(theme__in=themes).values("contentpage_id"))

    def located_in(self, place):
        """Contents placed in `place` or anywhere inside it."""
        return self.filter(place__in=Place.objects.within(place))

    def elsewhere(self, country):
        """Contents placed outside `country` (ISO code)."""
        return self.filter(place__isnull=False).exclude(place__country=country)

    def of_year(self, year):
        """Contents whose period, date or year of publication includes `year` (int)."""
        return self.filter(first_year__lte=year).filter(models.Q(last_year=None) | models.Q(last_year__gte=year))

    def recent(self):
        """Last published first; the key makes the order the same on both databases."""
        return self.order_by("-first_published_at", "-pk")

    def related_to(self, page):
        """Contents linked with `page` by editors, or that share a theme or its place, nearest first.

        Each carries `is_linked` (bool). Those that `page` names come in its order, then those that name it, then the
        others by number of themes in common, by place, by date.
        """
        links = self.model._meta.get_field("related_contents").related_model.objects
        named = links.filter(page_id=page.pk, content_id=models.OuterRef("pk"))
        naming = links.filter(content_id=page.pk, page_id=models.OuterRef("pk"))
        through = self.model.themes.through.objects
        themes = through.filter(contentpage_id=page.pk).values("theme_id")
        alike = through.filter(theme_id__in=themes)
        is_there = models.Q(place_id=page.place_id) if page.place_id else models.Q(pk__in=[])
        linked = models.Q(models.Exists(named)) | models.Q(models.Exists(naming))
        shared = alike.filter(contentpage_id=models.OuterRef("pk")).values("contentpage_id")
        return (
            self.exclude(pk=page.pk)
            .filter(linked | is_there | models.Q(pk__in=alike.values("contentpage_id")))
            .annotate(
                is_linked=models.Case(models.When(linked, then=True), default=False),
                named_position=models.Subquery(named.values("sort_order")[:1]),
                shared_themes=Coalesce(models.Subquery(shared.annotate(n=models.Count("pk")).values("n")), 0),
                is_there=models.Case(models.When(is_there, then=1), default=0),
            )
            .order_by(
                "-is_linked",
                models.F("named_position").asc(nulls_last=True),
                "-shared_themes",
                "-is_there",
                "-first_published_at",
                "-pk",
            )
        )
