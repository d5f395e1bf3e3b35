"""RelatedContent: what editors link under « À lire également »."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable


class RelatedContent(Orderable):
    page = ParentalKey("core.ContentPage", on_delete=models.CASCADE, related_name="related_contents")
    content = models.ForeignKey(
        "core.ContentPage", verbose_name=_("contenu"), on_delete=models.CASCADE, related_name="related_from"
    )

    panels = [PageChooserPanel("content", "core.ContentPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("contenu lié")
        verbose_name_plural = _("contenus liés")


def has_links():
    """A condition on contents (OuterRef("pk")): whether one names another, or is named."""
    here = models.OuterRef("pk")
    return models.Exists(RelatedContent.objects.filter(models.Q(page_id=here) | models.Q(content_id=here)))
