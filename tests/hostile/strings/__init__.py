"""Strings that nobody honest types, by family. « zqx » marks what would show if one of them acted."""

from tests.hostile.strings import languages, signs

MARK = "zqx"
#: What a template, a formula or a shell would make of « 1336 + 1 » and its likes.
COMPUTED = "1337zqx"
#: Where an open redirection would lead, or a request from the server.
ELSEWHERE = "zqx.invalid"

STRINGS = languages.STRINGS | signs.STRINGS

#: Each once, with its family: pairs (family, str or bytes).
EVERY = list({value: (family, value) for family, values in STRINGS.items() for value in values}.values())
