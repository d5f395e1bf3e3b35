"""What is known of recordings elsewhere, forgotten once nothing names them: neither page, nor draft, nor version."""

import json
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Revision

from core.gone_files import will_be_erased
from core.models import HostedRecording
from core.players import player_of

#: Since their host answered: whoever writes may have taken the address out for a moment.
KEPT = timedelta(days=30)
_BLOCK = "player"


def forget_unnamed(now=None):
    """Forgets what was learnt more than KEPT before `now` (aware datetime, default the present), and its posters.

    Gives how many (int). One that a page names at this very instant is a link until the page is saved again.
    """
    old = HostedRecording.objects.filter(answered_at__lt=(now or timezone.now()) - KEPT)
    if not old.exists():
        return 0
    known = named()
    gone = [recording for recording in old if recording.address not in known]
    with transaction.atomic():
        will_be_erased([recording.poster.name for recording in gone if recording.poster])
        HostedRecording.objects.filter(pk__in=[recording.pk for recording in gone]).delete()
    return len(gone)


def named():
    """The addresses (set of str, as core.players writes them) that bodies name, published, drafted or former."""
    addresses = {address for text in _texts() for address in _addresses(json.loads(text))}
    players = (player_of(address, settings.PEERTUBE_HOSTS) for address in addresses)
    return {player.page for player in players if player}


def _texts():
    """The JSON (iterator of str) of all that may hold such a block."""
    fields = [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, StreamField)
    ]
    for model, name in [*fields, (Revision, "content")]:
        rows = model._base_manager.annotate(as_text=Cast(name, models.TextField()))
        yield from rows.filter(as_text__contains=_BLOCK).values_list("as_text", flat=True).iterator()


def _addresses(value):
    """The addresses (iterator of str) in what JSON holds; a revision holds bodies as texts of JSON."""
    if isinstance(value, dict):
        inside = value.get("value")
        if value.get("type") == _BLOCK and isinstance(inside, dict) and isinstance(inside.get("address"), str):
            yield inside["address"]
        for item in value.values():
            yield from _addresses(item)
    elif isinstance(value, list):
        for item in value:
            yield from _addresses(item)
    elif isinstance(value, str) and value.startswith(("[", "{")) and _BLOCK in value:
        try:
            yield from _addresses(json.loads(value))
        except ValueError:  # words that begin by a bracket
            return
