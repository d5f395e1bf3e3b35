"""Our own words in the admin: the compiled catalogue is the one that we can read."""

import gettext
import re
from pathlib import Path

CATALOGUE = Path(__file__).resolve().parents[1] / "locale" / "fr" / "LC_MESSAGES"


def test_the_compiled_catalogue_holds_every_line_of_the_source():
    source = (CATALOGUE / "django.po").read_text()
    entries = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', source, re.MULTILINE)
    with (CATALOGUE / "django.mo").open("rb") as compiled:
        translations = gettext.GNUTranslations(compiled)
    assert entries
    for english, french in entries:
        assert translations.gettext(english.replace('\\"', '"')) == french
