"""One stylesheet for readers: the layers of static/css put end to end, so that a first visit asks for one file.

A finder of staticfiles: `runserver` gets it fresh at each change, `collectstatic` collects it like any file.
"""

from uuid import uuid4

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

#: What templates ask for, and what it is made of, in the order of the cascade.
STYLESHEET = "css/site.css"
LAYERS = ("fonts", "tokens", "base", "components", "agenda", "contributions", "print")


class StylesheetFinder(BaseFinder):
    """Builds `css/site.css` when one of its layers is newer."""

    def __init__(self, *args, **kwargs):
        self.root = settings.BASE_DIR / "var" / "stylesheet"
        self.sources = [settings.BASE_DIR / "static" / "css" / f"{layer}.css" for layer in LAYERS]
        self.storage = FileSystemStorage(location=self.root)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != STYLESHEET:
            return []
        built = str(self.build())
        return [built] if find_all else built

    def list(self, ignore_patterns):
        self.build()
        yield STYLESHEET, self.storage

    def build(self):
        """The path of the stylesheet, up to date; two servers that start together both get a whole one."""
        target = self.root / STYLESHEET
        newest = max(source.stat().st_mtime for source in self.sources)
        if not target.exists() or target.stat().st_mtime < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{uuid4().hex}")
            draft.write_text("\n".join(source.read_text(encoding="utf-8") for source in self.sources), encoding="utf-8")
            draft.replace(target)
        return target
