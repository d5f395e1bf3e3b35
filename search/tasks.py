"""What is indexed by whoever does the tasks, and what readers no longer see of it meanwhile."""

from django.apps import apps
from django.db import transaction
from django_tasks import task
from modelsearch import index
from wagtail.models import Page

from core.background.tasks import workers_do
from core.models import ContentPage
from core.page_cache.unseen import unseen, was_never_shown
from search.models import ContentText


@task()
def index_content(app_label, model_name, pk):
    """Indexes one instance of a FrenchIndexed model, as it is when the task is done; one that is gone is passed over.

    Two workers that have the same to index follow each other: the last has read what was written last.
    """
    manager = apps.get_model(app_label, model_name)._default_manager
    with transaction.atomic():
        # Locked, then read: what was written while one waited is read too.
        if manager.select_for_update(no_key=True).filter(pk=pk).order_by().values_list("pk"):
            instance = manager.get(pk=pk)
            with unseen(isinstance(instance, Page) and was_never_shown(instance)):
                index.insert_or_update_object(instance)


def index_with_it(model, pk):
    """Has the instance of `model` whose key is `pk` indexed: within the transaction that writes it, or by a worker.

    What a worker has not read again may have been withdrawn: until then, excerpts show nothing of it.
    """
    if workers_do() and issubclass(model, ContentPage):
        ContentText.objects.filter(pk=pk).update(text="", authors="")
    index_content.enqueue(model._meta.app_label, model._meta.model_name, pk)
