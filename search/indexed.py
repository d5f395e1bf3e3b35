"""What is kept of a content when it is indexed: its text as written, and its words."""

import logging
from collections import Counter, defaultdict

from django.db import DatabaseError, transaction

from core.french import plain_words, tokens, unaccented, whole
from core.indexing import StemField
from core.models import ContentPage
from search.models import ContentText, Word

log = logging.getLogger(__name__)

#: Characters of one content from which excerpts are taken.
MOST_CHARACTERS = 300_000
#: A shorter word has too many neighbours to be corrected, or to correct one.
SHORTEST_WORD = 4
LONGEST_WORD = 40


def record_texts(model, contents):
    """Keeps the texts and the words of `contents` (list of instances of `model`), just indexed."""
    if not issubclass(model, ContentPage):
        return
    texts = {content.pk: written_text(content)[:MOST_CHARACTERS] for content in contents}
    ContentText.objects.bulk_create(
        [
            ContentText(
                content_id=content.pk,
                text=texts[content.pk],
                authors=_names(content.authors),
                documents=sorted(content.document_keys()),
            )
            for content in contents
        ],
        update_conflicts=True,
        unique_fields=["content"],
        update_fields=["text", "authors", "documents"],
    )
    published = set(ContentPage.objects.published().filter(pk__in=texts).values_list("pk", flat=True))
    taught = [content for content in contents if content.pk in published]
    themes = _themes(published)
    try:
        with transaction.atomic():
            _add_words(
                f"{content.title}\n{content.place or ''}\n{themes[content.pk]}\n{texts[content.pk]}"
                for content in taught
            )
    except DatabaseError:
        log.exception("The words of %d contents could not be kept.", len(taught))


def written_text(content):
    """What is indexed of `content` (ContentPage), beside its title and what it is linked to, as it is written (str)."""
    fields = (field for field in content.get_search_fields() if isinstance(field, StemField))
    texts = (field.written(content) for field in fields if field.field_name not in {"title", "carried_text"})
    return whole("\n".join(filter(None, texts)))


def _themes(keys):
    """The titles of the themes of each content (dict: key → str)."""
    titles = defaultdict(str)
    links = ContentPage.themes.through.objects.filter(contentpage_id__in=keys)
    for key, title in links.values_list("contentpage_id", "theme__title"):
        titles[key] += f"{title}\n"
    return titles


def _names(authors):
    return f" {' '.join(plain_words(str(authors)))} " if authors else ""


def _add_words(texts):
    """Adds to the words of the site those of `texts` (iterable of str, one a content)."""
    times, written, stems = Counter(), defaultdict(Counter), {}
    for text in texts:
        found = {}
        for token in tokens(whole(text)):
            if SHORTEST_WORD <= len(token.base) <= LONGEST_WORD and token.stem.isalpha():
                found[token.base.lower()] = token.stem
        for word, stem in found.items():
            plain = unaccented(word)
            written[plain][word] += 1
            stems[plain] = stem
        times.update({unaccented(word) for word in found})
    known = dict(Word.objects.filter(plain__in=times).values_list("plain", "times"))
    Word.objects.bulk_create(
        [
            Word(
                plain=plain,
                beginning=plain[:2],
                ending=plain[-3:],
                edges=plain[0] + plain[-1],
                stem=stems[plain],
                written=written[plain].most_common(1)[0][0],
                times=times[plain] + known.get(plain, 0),
            )
            for plain in sorted(times)
        ],
        update_conflicts=True,
        unique_fields=["plain"],
        update_fields=["times", "written", "stem"],
        batch_size=1000,
    )
