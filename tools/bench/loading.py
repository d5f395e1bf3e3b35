"""Puts generated contents in the database, in bulk: 20,000 as pages would be, without a revision nor a date of agenda.

A page is a row of Page, one of ContentPage and one of its own kind: each table is filled by statements of many rows.
"""

import json
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils.html import escape
from wagtail.models import Locale, Page

from agenda.models import AgendaPage, EventPage
from appeals.models import AppealIndexPage, AppealPage
from articles.models import ArticleIndexPage, ArticlePage
from core.models import ContentPage, Place, Theme
from core.reading import reading_minutes
from demo.content.themes import THEMES
from initiatives.models import InitiativeIndexPage, InitiativeKind, InitiativePage
from resources.models import ResourceIndexPage, ResourcePage
from tools.bench.contents import generate, published_at

MODELS = {
    "initiative": (InitiativePage, InitiativeIndexPage),
    "article": (ArticlePage, ArticleIndexPage),
    "appeal": (AppealPage, AppealIndexPage),
    "event": (EventPage, AgendaPage),
    "resource": (ResourcePage, ResourceIndexPage),
}
#: Pages made in memory at once.
CHUNK = 2000


@transaction.atomic
def load(number):
    """Adds the first `number` generated contents under the lists of the site (open_site), published, not indexed."""
    shelf = Shelf()
    contents = generate(number)
    while chunk := [shelf.page(content) for content, _place in zip(contents, range(CHUNK), strict=False)]:
        insert(chunk)
    shelf.close()


class Shelf:
    """Where pages are put: what they point to, and the next place under each list."""

    def __init__(self):
        self.locale = Locale.get_default()
        self.themes = {slug: self._theme(slug, *said) for slug, said in THEMES.items()}
        self.places = dict(Place.objects.values_list("code", "pk"))
        self.initiative_kind = InitiativeKind.objects.get_or_create(title="Lieu de vie")[0]
        self.parents = {kind: parent.objects.get() for kind, (_model, parent) in MODELS.items()}
        self.types = ContentType.objects.get_for_models(*(model for model, _parent in MODELS.values()))
        self.numbers = {kind: _last_step(parent) for kind, parent in self.parents.items()}
        self.added = dict.fromkeys(MODELS, 0)
        self.key = Page.objects.order_by("pk").last().pk

    @staticmethod
    def _theme(slug, title, description):
        return Theme.objects.get_or_create(slug=slug, defaults={"title": title, "description": description})[0].pk

    def page(self, content):
        """The page (a branch of ContentPage, not saved) for one Content, with `theme_keys` (list of int)."""
        model, parent = MODELS[content.kind][0], self.parents[content.kind]
        self.key += 1
        self.numbers[content.kind] += 1
        self.added[content.kind] += 1
        published = published_at(content)
        page = model(
            title=content.title[:255],
            draft_title=content.title[:255],
            slug=content.slug,
            summary=content.summary[:320],
            body=json.dumps([_block(index, text) for index, text in enumerate(_texts(content.paragraphs))]),
            place_id=self.places.get(content.town),
            content_type=self.types[model],
            locale=self.locale,
            translation_key=uuid5(NAMESPACE_URL, content.slug),
            path=Page._get_path(parent.path, parent.depth + 1, self.numbers[content.kind]),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}{content.slug}/",
            first_published_at=published,
            last_published_at=published,
            **self._own(content),
        )
        page.id = page.page_ptr_id = page.contentpage_ptr_id = self.key
        page.kind_label, page.when_label = str(page.describe_kind())[:80], str(page.describe_when())[:120]
        page.first_year, page.last_year = page.describe_years()
        page.reading_minutes = reading_minutes(page.body)
        page.theme_keys = [self.themes[slug] for slug in content.themes]
        return page

    def _own(self, content):
        """What is of its kind alone (dict)."""
        if content.kind == "initiative":
            return {"kind": self.initiative_kind, "starts": str(content.year)}
        if content.kind == "article":
            return {"signature": content.signature}
        if content.kind == "appeal":
            return {"adopted_by": content.signature, "adopted_on": date(content.year, 6, 1)}
        if content.kind == "event":
            day = date(content.year, 1 + content.number % 12, 1 + content.number % 28)
            return {"start_date": day, "organiser_name": content.signature}
        return {"creators": content.signature, "year": content.year}

    def close(self):
        """Tells the lists of their new pages, and the database of the keys that are taken."""
        for kind, parent in self.parents.items():
            Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + self.added[kind])
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
                cursor.execute(statement)


def _last_step(parent):
    last = parent.get_last_child()
    return Page._str2int(last.path[-Page.steplen :]) if last else 0


def _texts(paragraphs):
    """The paragraphs of a content by six, each a block of text (iterator of HTML)."""
    for start in range(0, len(paragraphs), 6):
        yield "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs[start : start + 6])


def _block(index, html):
    return {"type": "text", "value": html, "id": str(uuid5(NAMESPACE_URL, f"{index}"))}


def insert(pages):
    """The rows of `pages` (list, as Shelf.page gives them), and of their themes."""
    for table in (Page, ContentPage):
        _insert_rows(table, pages)
    for model, _parent in MODELS.values():
        _insert_rows(model, [page for page in pages if type(page) is model])
    through = ContentPage.themes.through
    through.objects.bulk_create(
        through(contentpage_id=page.pk, theme_id=theme) for page in pages for theme in page.theme_keys
    )


def _insert_rows(model, pages):
    """One row of the table of `model` alone for each page: what bulk_create refuses for a model with parents."""
    rows = model._base_manager.get_queryset()
    rows._for_write = True
    rows._batched_insert(pages, model._meta.local_concrete_fields, batch_size=None)
