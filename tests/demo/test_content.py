"""The prose of the example: French typography, nothing private, nothing left to fill."""

import re

import pytest

from demo.content import appeals, articles, events, initiatives, library, resources, site, themes
from demo.text import one_line, paragraphs, with_links

MODULES = [appeals, articles, events, initiatives, library, resources, site, themes]

_TAG = re.compile(r"<[^>]*>")
#: (what is wrong, how to see it) in a text without tags.
FAULTS = [
    ("straight apostrophe", re.compile(r"\w'")),
    ("straight quotation mark", re.compile(r'"')),
    ("three dots", re.compile(r"\.\.\.")),
    ("no non-breaking space after «", re.compile(r"«(?!\xa0)")),
    ("no non-breaking space before »", re.compile(r"(?<!\xa0)»")),
    ("no non-breaking space before ; ! or ?", re.compile(r"(?<![\xa0\u202f])[;!?]")),
    ("no non-breaking space before :", re.compile(r"(?<!\xa0):(?=\s|$)")),
    ("breaking space in a time", re.compile(r"\d h\b")),
    ("breaking space before a unit", re.compile(r"\d [%€]")),
    ("space before a comma or a full stop", re.compile(r"[ \xa0][,.]")),
    ("capital without its accent", re.compile(r"\b(?:Etat|Eté|Ecole|Etude|Edition|Ecri|Educ|Egal|Evid|A l[a’]|Ca )")),
]
_PHONE = re.compile(r"(?:\d[\s./-]?){9,}")


def texts():
    """Every sentence of the contents (list of (module name, text)); addresses and codes have no space."""
    found = []
    for module in MODULES:
        for name, value in vars(module).items():
            if name.isupper():
                found += [(module.__name__, text) for text in _strings(value) if re.search(r"\s", text.strip())]
    return found


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(key)
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def test_there_is_something_to_read():
    assert len(texts()) > 500


@pytest.mark.parametrize(("fault", "pattern"), FAULTS, ids=[fault for fault, _pattern in FAULTS])
def test_the_typography_is_french(fault, pattern):
    wrong = []
    for module, text in texts():
        bare = _TAG.sub("", one_line(text))
        wrong += [f"{module}: {bare[max(0, m.start() - 30) : m.end() + 20]!r}" for m in pattern.finditer(bare)]
    assert not wrong, "\n".join(wrong)


def test_nothing_is_left_to_fill_and_nobody_can_be_phoned():
    for module, text in texts():
        assert "lorem" not in text.lower(), module
        assert not _PHONE.search(text), f"{module}: {text}"


def test_mail_addresses_are_of_nobody():
    for _module, text in texts() + [("", text) for module in MODULES for text in _strings(list(vars(module).values()))]:
        for domain in re.findall(r"[\w.+-]+@([\w.-]+)", text):
            assert domain.endswith("example.org"), text


def test_articles_are_neither_notes_nor_books():
    lengths = {article["slug"]: _words(article) for article in articles.ARTICLES}
    assert all(length >= 300 for length in lengths.values()), lengths
    assert max(lengths.values()) >= 1300, lengths


def test_initiatives_have_body():
    lengths = {content["slug"]: _words(content) for content in initiatives.INITIATIVES if "life" not in content}
    assert all(150 <= length <= 450 for length in lengths.values()), lengths


def _words(content):
    return sum(len(_TAG.sub(" ", text).split()) for text in _strings(content["body"]))


def test_no_sentence_is_said_twice():
    seen, twice = {}, []
    for module, text in texts():
        for sentence in re.split(r"(?<=[.!?…])\s", _TAG.sub(" ", one_line(text))):
            if len(sentence) > 60 and sentence in seen:
                twice.append(sentence)
            seen[sentence] = module
    assert not twice


def test_prose_becomes_rich_text():
    assert paragraphs("Un\nvers.\n\nDeux.") == "<p>Un vers.</p><p>Deux.</p>"
    assert paragraphs("<ul><li>un</li></ul>") == "<ul><li>un</li></ul>"
    linked = with_links('<a href="page:trieste">là</a>', lambda sort, name: {"trieste": 7}[name])
    assert linked == '<a linktype="page" id="7">là</a>'
