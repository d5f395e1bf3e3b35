"""What changes elsewhere and concerns the search: the catalogue, documents, the words of what is deleted.

A page is found by the text of its documents: when one changes or goes, the pages that offer it are indexed again.
"""

from django.conf import settings
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from modelsearch import index
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import post_page_move

from core.background.tasks import enqueue_when_written
from core.indexing import FrenchIndexed
from core.models import ContentPage, Place, SiteDocument, Theme
from search.backends.address import REMOTE
from search.changes import tell_change
from search.models import ContentText
from search.tasks import index_content, index_with_it
from search.vocabulary import kept_words, recount

#: A draft that is saved, every half second while somebody types, changes other fields of its page.
CATALOGUED = {"live", "title", "first_published_at", "place", "first_year", "last_year"}
#: All that it changes.
DRAFT = {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"}


@receiver(post_save)
def index_what_is_saved(sender, instance, raw=False, update_fields=None, **kwargs):
    """As modelsearch does; but what is searched is what is published, and a draft that is saved leaves it as it was."""
    if raw or not issubclass(sender, FrenchIndexed):
        return
    # An engine of its own also orders the lists of the editor, by the last draft.
    is_remote = settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"].startswith(REMOTE)
    if is_remote or update_fields is None or not DRAFT.issuperset(update_fields):
        index_with_it(sender, instance.pk)


@receiver(post_delete)
def forget_what_is_deleted(sender, instance, **kwargs):
    if issubclass(sender, FrenchIndexed):
        index.remove_object(instance)


@receiver([post_save, post_delete])
def change_the_catalogue(sender, instance, created=False, update_fields=None, signal=None, **kwargs):
    """Whatever changes what may be found, or by what it is narrowed."""
    if issubclass(sender, Page):
        if update_fields is None or not CATALOGUED.isdisjoint(update_fields):
            tell_change({instance.pk})
    elif issubclass(sender, (Theme, Place, PageViewRestriction)):
        # Places are read with each change; a theme that is new is nobody's yet.
        is_of_none = signal is post_save and (sender is Place or (sender is Theme and created))
        tell_change(() if is_of_none else None)


@receiver(m2m_changed, sender=ContentPage.themes.through)
def change_what_carries_the_theme(instance, **kwargs):
    tell_change({instance.pk} if isinstance(instance, ContentPage) else None)


@receiver(post_page_move)
def change_the_catalogue_too(sender, **kwargs):
    tell_change(None)


@receiver(post_save, sender=SiteDocument)
def index_again_what_offers_it(sender, instance, created, **kwargs):
    """With it (core.models.cleaned): killed, one has saved it and indexed what offers it, or neither."""
    if not created:
        _index_again(instance, is_with_it=True)


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


@receiver(pre_delete, sender=ContentText)
def forget_its_words(sender, instance, **kwargs):
    recount([kept_words(instance.words)], [])


def _index_again(document, is_with_it=False):
    keys = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True).distinct()
    _index_contents((key for key in keys if key.isdigit()), is_with_it)


def _index_contents(keys, is_with_it=False):
    contents = ContentPage.objects.filter(pk__in=list(keys))
    for content in contents.select_related("content_type"):
        model = content.specific_class
        if is_with_it:
            index_with_it(model, content.pk)
        else:
            enqueue_when_written(index_content, model._meta.app_label, model._meta.model_name, content.pk)
