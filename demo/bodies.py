"""From the body of a content, as `demo/content` writes it, to the value of a StreamField."""

from demo.text import one_line, paragraphs, with_links


class BodyWriter:
    """Knows the library and the pages (dict: short name → page), so that a body may name both."""

    def __init__(self, library, pages):
        self.library = library
        self.pages = pages

    def stream(self, blocks):
        """The value of a StreamField (list of (block name, value)) from [(short name, short value), …]."""
        return [self._block(name, value) for name, value in blocks]

    def rich_text(self, text):
        """HTML as Wagtail stores it (str): paragraphs, links to pages and documents by their keys."""
        return with_links(paragraphs(text), self._key_of)

    def inline(self, text):
        """The same without paragraphs, for footnotes (str)."""
        return with_links(one_line(text), self._key_of)

    def _key_of(self, linktype, name):
        return self.pages[name].pk if linktype == "page" else self.library.document(name).pk

    def _block(self, name, value):
        if name in ("heading", "subheading"):
            return "heading", {"text": value, "level": "h2" if name == "heading" else "h3"}
        return name, getattr(self, f"_{name}")(value)

    def _text(self, text):
        return self.rich_text(text)

    def _quotation(self, value):
        return _tidied(value)

    def _picture(self, value):
        return {**_tidied(value), "image": self.library.image(value["image"])}

    def _gallery(self, value):
        return {"title": value["title"], "pictures": [self._picture(picture) for picture in value["pictures"]]}

    def _audio(self, value):
        return {**_tidied(value), "media": self.library.sound}

    def _player(self, value):
        empty = {"title": "", "description": "", "poster": None, "transcript": ""}
        return {**empty, **_tidied(value), "address": self.library.film(value["address"])}

    def _document(self, value):
        return {**_tidied(value), "document": self.library.document(value["document"])}

    def _content_link(self, value):
        return {"content": self.pages[value["content"]], "reason": one_line(value["reason"])}

    def _questions(self, value):
        return {"title": value["title"], "questions": [one_line(question) for question in value["questions"]]}

    def _note(self, value):
        return {"title": value["title"], "text": self.rich_text(value["text"])}

    def _footnotes(self, notes):
        return {"notes": [f"<p>{self.inline(note)}</p>" for note in notes]}


def _tidied(value):
    return {key: one_line(item) for key, item in value.items()}
