"""Makes the site of the peer: python -m tools.bench.peer.filling <number of contents>."""

import sys
from datetime import date

import django

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils.html import escape  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from tools.bench.contents import KINDS, generate, published_at  # noqa: E402
from tools.bench.peer.models import EntryIndexPage, EntryPage, PeerHomePage  # noqa: E402


@transaction.atomic
def main(number):
    home = Page.get_first_root_node().add_child(instance=PeerHomePage(title="Home", slug="home-peer"))
    Site.objects.update(root_page=home)
    lists = {kind: home.add_child(instance=EntryIndexPage(title=kind, slug=kind, show_in_menus=True)) for kind in KINDS}
    numbers, key = dict.fromkeys(KINDS, 0), Page.objects.order_by("pk").last().pk
    kind_of_page = ContentType.objects.get_for_model(EntryPage)
    pages = []
    for content in generate(number):
        parent, key = lists[content.kind], key + 1
        numbers[content.kind] += 1
        published = published_at(content)
        page = EntryPage(
            title=content.title[:255],
            draft_title=content.title[:255],
            slug=content.slug,
            intro=content.summary[:320],
            body="".join(f"<p>{escape(paragraph)}</p>" for paragraph in content.paragraphs),
            date=date(content.year, 1, 1),
            content_type=kind_of_page,
            locale=home.locale,
            path=Page._get_path(parent.path, parent.depth + 1, numbers[content.kind]),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}{content.slug}/",
            first_published_at=published,
            last_published_at=published,
        )
        page.id = page.page_ptr_id = key
        pages.append(page)
        if len(pages) == 2000:
            _insert(pages)
            pages = []
    _insert(pages)
    for kind, parent in lists.items():
        Page.objects.filter(pk=parent.pk).update(numchild=numbers[kind])


def _insert(pages):
    for model in (Page, EntryPage):
        rows = model._base_manager.get_queryset()
        rows._for_write = True
        rows._batched_insert(pages, model._meta.local_concrete_fields, batch_size=None)


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    main(int(sys.argv[1]))
    connection.close()
