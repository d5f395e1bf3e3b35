"""What a result shows of its content: its title and a passage of its text, with the words found marked."""

from django.utils.html import strip_tags

from core.french import whole
from core.models import SiteDocument
from core.ordering import in_order
from search.excerpts import excerpt, marked, units_held
from search.models import ContentText


def what_was_found(contents, keys, query):
    """Those of `contents` (ContentQuerySet) that have these `keys`, in that order (list of ContentPage).

    Each has a `found_title` and an `excerpt` (safe str) for `query` (Query): empty where the words are in the title,
    the themes or the place alone. Where a document of the page holds words that its text lacks, the excerpt is the
    document's, and `found_in` it. Three queries.
    """
    contents = in_order(contents.with_result(), keys)
    kept = ContentText.objects.only("text", "documents").in_bulk([content.pk for content in contents])
    to_look_in = {}
    for content in contents:
        text = kept.get(content.pk)
        content.found_title = marked(whole(content.title), query.spellings)
        content.excerpt = excerpt(text.text, query.units) if text else ""
        held = units_held(f"{content.title}\n{strip_tags(content.excerpt)}", query.units)
        if text and text.documents and held < len(query.units):
            to_look_in[content] = (text.documents, held)
    _look_in_documents(to_look_in, query)
    return contents


def _look_in_documents(contents, query):
    """Shows the passage of a document where it holds more; `contents` maps each to its documents and what it holds."""
    keys = {key for documents, _held in contents.values() for key in documents}
    documents = SiteDocument.objects.published().in_bulk(keys) if keys else {}
    for content, (carried, held) in contents.items():
        for document in filter(None, map(documents.get, carried)):
            passage = excerpt(whole(document.text), query.units)
            if units_held(strip_tags(passage), query.units) > held:
                content.excerpt, content.found_in = passage, document
                break
