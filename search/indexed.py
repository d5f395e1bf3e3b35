"""What is kept of a content when it is indexed: its text as written, and its words."""

from collections import defaultdict

from core.french import plain_words, whole
from core.indexing import StemField
from core.models import ContentPage
from search.models import ContentText
from search.vocabulary import kept_words, recount, words_of

#: Characters of one content from which excerpts are taken.
MOST_CHARACTERS = 300_000


def record_texts(model, contents):
    """Keeps the texts of `contents` (list of instances of `model`), just indexed; counts the words of the published."""
    if not issubclass(model, ContentPage):
        return
    texts = {content.pk: written_text(content)[:MOST_CHARACTERS] for content in contents}
    before = dict(ContentText.objects.filter(pk__in=texts).values_list("pk", "words"))
    words = _words(contents, texts)
    ContentText.objects.bulk_create(
        [
            ContentText(
                content_id=content.pk,
                text=texts[content.pk],
                authors=_names(content.authors),
                words=" ".join(words.get(content.pk, {}).values()),
                documents=sorted(content.document_keys()),
            )
            for content in contents
        ],
        update_conflicts=True,
        unique_fields=["content"],
        update_fields=["text", "authors", "words", "documents"],
    )
    if not recount([kept_words(kept) for kept in before.values()], words.values()):
        ContentText.objects.filter(pk__in=texts).update(words="")


def written_text(content):
    """What is indexed of `content` (ContentPage), beside its title and what it is linked to, as it is written (str)."""
    fields = (field for field in content.get_search_fields() if isinstance(field, StemField))
    texts = (field.written(content) for field in fields if field.field_name not in {"title", "carried_text"})
    return whole("\n".join(filter(None, texts)))


def _words(contents, texts):
    """What those of `contents` that are published teach (dict: key → dict, as search.vocabulary.words_of)."""
    published = set(ContentPage.objects.published().filter(pk__in=texts).values_list("pk", flat=True))
    themes = _themes(published)
    return {
        content.pk: words_of(whole(f"{content.title}\n{content.place or ''}\n{themes[content.pk]}") + texts[content.pk])
        for content in contents
        if content.pk in published
    }


def _themes(keys):
    """The titles of the themes of each content (dict: key → str)."""
    titles = defaultdict(str)
    links = ContentPage.themes.through.objects.filter(contentpage_id__in=keys)
    for key, title in links.values_list("contentpage_id", "theme__title"):
        titles[key] += f"{title}\n"
    return titles


def _names(authors):
    return f" {' '.join(plain_words(str(authors)))} " if authors else ""
