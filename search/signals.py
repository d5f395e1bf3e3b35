"""A page is found by the text of its documents: when one changes or goes, the pages that offer it are indexed again."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import ReferenceIndex

from core.models import ContentPage, SiteDocument


@receiver(post_save, sender=SiteDocument)
def index_again_what_offers_it(sender, instance, created, **kwargs):
    if not created:
        _index_again(instance)


@receiver(pre_delete, sender=SiteDocument)
def index_again_what_offered_it(sender, instance, **kwargs):
    _index_again(instance)


def _index_again(document):
    keys = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True).distinct()
    contents = ContentPage.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    for content in contents.select_related("content_type"):
        model = content.specific_class._meta
        task = partial(insert_or_update_object_task.enqueue, model.app_label, model.model_name, str(content.pk))
        transaction.on_commit(task)
