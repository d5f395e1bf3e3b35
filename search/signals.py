"""A page is found by the text of its documents: when one changes or goes, the pages that offer it are indexed again."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from modelsearch.tasks import insert_or_update_object_task
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from core.models import ContentPage, SiteDocument
from search.models import ContentText


@receiver(post_save, sender=SiteDocument)
def index_again_what_offers_it(sender, instance, created, **kwargs):
    if not created:
        _index_again(instance)


@receiver(pre_delete, sender=SiteDocument)
def index_again_what_offered_it(sender, instance, **kwargs):
    _index_again(instance)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
@receiver(post_save, sender=Collection)
def index_again_what_offers_documents(sender, **kwargs):
    """A collection becomes private, or no longer is: what its documents say is no longer, or again, to be found."""
    _index_contents(ContentText.objects.exclude(documents=[]).values_list("pk", flat=True))


@hooks.register("after_bulk_action")
def index_again_what_is_moved(request, action_type, objs, action_class_instance):
    """Documents moved together to another collection are told to no signal."""
    if action_class_instance.models == [SiteDocument]:
        index_again_what_offers_documents(SiteDocument)


def _index_again(document):
    keys = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True).distinct()
    _index_contents(key for key in keys if key.isdigit())


def _index_contents(keys):
    contents = ContentPage.objects.filter(pk__in=list(keys))
    for content in contents.select_related("content_type"):
        model = content.specific_class._meta
        task = partial(insert_or_update_object_task.enqueue, model.app_label, model.model_name, str(content.pk))
        transaction.on_commit(task)
