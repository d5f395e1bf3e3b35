"""« À lire également »: what editors linked, then what is most alike among what was written last."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

#: Contents looked at for likeness: so many of each theme and of the place, however many there are.
LOOKED_AT = 200


class RelatedContent(Orderable):
    page = ParentalKey("core.ContentPage", on_delete=models.CASCADE, related_name="related_contents")
    content = models.ForeignKey(
        "core.ContentPage", verbose_name=_("contenu"), on_delete=models.CASCADE, related_name="related_from"
    )

    panels = [PageChooserPanel("content", "core.ContentPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("contenu lié")
        verbose_name_plural = _("contenus liés")


def related_to(page, themes):
    """Published contents near `page` (ContentPage), which has those `themes` (list of Theme), nearest first (QuerySet).

    Each carries `is_linked` (bool). Those that `page` names come in its order, then those that name it, then the others
    by number of themes in common, by place, by date. However many contents there are, few are compared.
    """
    contents = RelatedContent._meta.get_field("content").related_model.objects
    named = RelatedContent.objects.filter(page_id=page.pk, content_id=models.OuterRef("pk"))
    naming = RelatedContent.objects.filter(content_id=page.pk, page_id=models.OuterRef("pk"))
    linked = models.Q(models.Exists(named)) | models.Q(models.Exists(naming))
    carried = contents.model.themes.through.objects.filter(theme__in=themes, contentpage_id=models.OuterRef("pk"))
    is_there = models.Q(place_id=page.place_id) if page.place_id else models.Q(pk__in=[])
    return (
        contents.published()
        .exclude(pk=page.pk)
        .filter(pk__in=_candidates(page, themes, contents))
        .annotate(
            is_linked=models.Case(models.When(linked, then=True), default=False),
            named_position=models.Subquery(named.values("sort_order")[:1]),
            shared_themes=Coalesce(
                models.Subquery(carried.values("contentpage_id").annotate(n=models.Count("pk")).values("n")), 0
            ),
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


def _candidates(page, themes, contents):
    """The keys (QuerySet) of what is linked with `page`, and of the last written of each theme and of the place."""
    links, carried = RelatedContent.objects.order_by(), contents.model.themes.through.objects.order_by()
    arms = [links.filter(content_id=page.pk).values("page_id")]
    for theme in themes:
        last = carried.filter(theme=theme).order_by("-pk").values("pk")[:LOOKED_AT]
        arms.append(carried.filter(pk__in=last).values("contentpage_id"))
    if page.place_id:
        last = contents.filter(place_id=page.place_id).order_by("-pk").values("pk")[:LOOKED_AT]
        arms.append(contents.order_by().filter(pk__in=last).values("pk"))
    return links.filter(page_id=page.pk).values("content_id").union(*arms, all=True)
