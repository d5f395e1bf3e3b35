"""Where somebody who comes too often, or sends too much at once, is stopped: every public form."""

import re

from contributions.safeguards import sign_form

#: More than any limit of the site lets through.
MOST_TIMES = 130
#: What a page says to whoever comes too often.
_STOPPED = re.compile(r"même connexion|à la suite|[Tt]rop d’essais|[Aa]ttendez|[Rr]éessayez dans")
_HEAVY = 6 * 1024 * 1024


def stopped(forms, visitor):
    """For each POST Form, from one source: pairs (address, how it ends (str, « arrêté… » where all is well))."""
    return [(form.path, f"{_too_often(form, visitor)}\u00a0; {_too_heavy(form, visitor)}") for form in forms]


def _too_often(form, visitor):
    visitor.get(form.path)
    for number in range(1, MOST_TIMES + 1):
        answer = visitor.post(form.path, _filled(form), multipart=form.is_multipart)
        if answer.status == 429 or _STOPPED.search(answer.text):
            return f"arrêté au {number}e envoi"
    return f"jamais arrêté, {MOST_TIMES} envois"


def _filled(form):
    honest = {name: one.honest() for name, one in form.fields.items() if one.kind != "file"}
    if "formulaire" in form.fields:
        honest["formulaire"] = sign_form()
    return list((honest | {"signature": "", "site_web": "", "preuve": ""}).items())


def _too_heavy(form, visitor):
    """Six megabytes in one field: more than the settings let a form weigh."""
    name = next(iter(form.fields))
    answer = visitor.post(form.path, [(name, b"a" * _HEAVY)], multipart=form.is_multipart)
    return f"six mégaoctets : {answer.status}" if answer.status < 500 else f"DÉFAUT : six mégaoctets, {answer.status}"
