"""Where somebody who comes too often, or sends too much at once, is stopped: every public form."""

import json
import re

from contributions.safeguards import sign_form
from tests.hostile.visitor import CUT, Sent

#: More than any limit of the site lets through.
MOST_TIMES = 130
#: Mails that one address is sent in an hour, whoever asks.
_MOST_LETTERS = 10
#: What a page says to whoever comes too often.
_STOPPED = re.compile(r"même connexion|à la suite|[Tt]rop d’essais|[Aa]ttendez|[Rr]éessayez dans")
#: Where a file is all that is sent: one that is refused, so that nothing is kept.
_FILES_ALONE = {"/contribuer/fichiers/"}
_FILE = Sent(b"a.txt", b"MZ\x00")
_HEAVY = 6 * 1024 * 1024


def stopped(forms, visitor):
    """For each POST Form, from one source: pairs (address, how it ends (str, « arrêté… » where all is well))."""
    return [(form.path, f"{too_often(form, visitor)}\u00a0; {_too_heavy(form, visitor)}") for form in forms]


def stopped_silently(form, visitor, member, letters):
    """How asking again and again for the password of a `member` ends (as `stopped`): the page is the same to everyone.

    `letters` (function) gives how many mails have left.
    """
    before = letters()
    visitor.get(form.path)
    for _number in range(MOST_TIMES):
        visitor.post(form.path, [("email", member.email)], multipart=False)
    left = letters() - before
    said = f"arrêté sans le dire : {left} courriels pour {MOST_TIMES} demandes"
    return form.path, (
        said if 0 < left <= _MOST_LETTERS else f"DÉFAUT : {said}"
    ) + f"\u00a0; {_too_heavy(form, visitor)}"


def too_often(form, visitor):
    """How a Form that one source sends again and again ends (str, « arrêté… » where all is well)."""
    visitor.get(form.path)
    for number in range(1, MOST_TIMES + 1):
        files = [("attachments", _FILE)] if form.path in _FILES_ALONE else []
        answer = visitor.post(form.path, _filled(form), files, multipart=form.is_multipart)
        if answer.status == 429 or _STOPPED.search(_words(answer)):
            return f"arrêté au {number}e envoi"
    return f"jamais arrêté, {MOST_TIMES} envois"


def _words(answer):
    """What an Answer says (str): JSON writes accents as numbers."""
    return json.dumps(json.loads(answer.text), ensure_ascii=False) if "json" in answer.kind else answer.text


def _filled(form):
    honest = {name: one.honest() for name, one in form.fields.items() if one.kind != "file"}
    if "formulaire" in form.fields:
        honest["formulaire"] = sign_form()
    return list((honest | {"signature": "", "site_web": "", "preuve": ""}).items())


def _too_heavy(form, visitor):
    """Six megabytes in one field: more than the settings let a form weigh."""
    name = next(iter(form.fields))
    answer = visitor.post(form.path, [(name, b"a" * _HEAVY)], multipart=form.is_multipart)
    if answer.status == CUT:
        return "six mégaoctets : connexion coupée"
    return f"six mégaoctets : {answer.status}" if answer.status < 500 else f"DÉFAUT : six mégaoctets, {answer.status}"
