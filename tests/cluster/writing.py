"""People who write, and what they were promised: what the site said that it has."""

import json
from uuid import uuid4

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.cluster.reading import Going
from tools.outages.people import Visitor, hidden_fields

_CHOICES = {"kind": "reflection", "signed_by": "collective", "signature": "un collectif", "summary": "Un résumé"}
_BODY = nested_form_data({"body": streamfield([("text", rich_text("<p>Bonjour</p>"))])})
#: What is on the site of what these people wrote.
_WRITTEN = """
import json
from articles.models import ArticlePage
from contributions.models import Contribution
drafts = {page.slug: page.get_latest_revision_as_object().title for page in ArticlePage.objects.all()}
said = json.dumps([drafts, [one.answers["text"] for one in Contribution.objects.all() if "text" in one.answers]])
"""


def typed(opened, **said):
    """What the editor posts (dict) of a reflection whose form was `opened` (str, HTML), once `said` is typed in it."""
    return hidden_fields(opened) | _CHOICES | _BODY | said


class Author(Going):
    """A member (`visitor`, who came in) who writes drafts under the page `parent` (int), then saves each once more.

    `attempts` (dict: slug → list of titles, each with whether it was promised); `errors` are screens that did not
    open, and answers to what was sent that are neither a promise nor the sentence of nginx.
    """

    def __init__(self, visitor, parent):
        super().__init__()
        self.visitor, self.errors, self.attempts = visitor, [], {}
        self._adding = f"/admin/pages/add/articles/articlepage/{parent}/"

    def do(self):
        slug = f"brouillon-{uuid4().hex[:10]}"
        self.attempts[slug] = []
        edited = self._send(self._adding, slug, f"Brouillon {slug}")
        if edited:
            self._send(edited, slug, f"Brouillon {slug}, relu")

    def _send(self, screen, slug, title):
        """Where the page is edited (str), if it was promised, or None."""
        opened = self.visitor.get(screen)
        if opened.status != 200:
            self.errors.append((screen, opened.status, opened.headers.get("location")))
            return None
        answer = self.visitor.post(screen, typed(opened.text, title=title, slug=slug))
        place = answer.headers.get("location", "")
        is_promised = answer.status == 302 and place.startswith("/admin/pages/")
        self.attempts[slug].append((title, is_promised))
        if not is_promised and answer.status not in {0, 503}:
            self.errors.append((screen, answer.status, place))
        return place if is_promised else None

    @property
    def promised(self):
        return sum(is_promised for titles in self.attempts.values() for _title, is_promised in titles)


class Stranger(Going):
    """Somebody who sends a text, then another, from a place of their own each time: `promised` (list) has a code."""

    def __init__(self, address):
        super().__init__()
        self.address, self.promised, self.refused, self.errors = address, [], 0, []

    def do(self):
        words, number = f"Un texte {uuid4().hex}", len(self.promised) + self.refused
        visitor = Visitor(self.address, come_from=f"127.1.{number // 250}.{number % 250 + 1}")
        said = {"text": words, "signed_by": "nobody", "consent": "publish", "licence": "by-sa"}
        answer = visitor.fill("/contribuer/texte/", **said)
        if answer.status == 200 and 'class="code"' in answer.text:
            self.promised.append(words)
        elif answer.status in {0, 503}:
            self.refused += 1
        else:
            self.errors.append((answer.status, answer.text[:300]))


def written(cluster):
    """The drafts (dict: slug → last title) and the texts that strangers sent (list of str), in the database."""
    return json.loads(cluster.writes(_WRITTEN))


def lost(author, drafts):
    """What `author` (Author) was promised and is not in `drafts` (dict: slug → title): list of (slug, title, found).

    A save that nobody promised may have been done, and come after.
    """
    found = []
    for slug, titles in author.attempts.items():
        kept = [place for place, (_title, is_promised) in enumerate(titles) if is_promised]
        if kept and drafts.get(slug) not in [title for title, _is_promised in titles[kept[-1] :]]:
            found.append((slug, titles[kept[-1]][0], drafts.get(slug)))
    return found
