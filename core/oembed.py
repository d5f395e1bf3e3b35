"""The title and the poster of a recording elsewhere, asked of its host when an editor saves (oEmbed 1.0)."""

import json
import logging
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from core.french import printable
from core.models import HostedRecording
from core.outside import NoAnswer, fetched
from core.players import player_of

logger = logging.getLogger(__name__)

MOST_JSON, MOST_POSTER = 256_000, 2_000_000
_JSON = {"application/json", "application/json+oembed"}
_PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
#: Hosts asked for one save: an editor waits.
_MOST_ASKED = 4
#: Seconds during which a host that did not answer is not asked again about the same thing.
_SILENCE = 120


def learn(body):
    """Asks about the recordings of a body (StreamValue) of which nothing is known.

    Gives (those that are known now, those that stay plain links), two lists of Player.
    """
    players = [player_of(address, settings.PEERTUBE_HOSTS) for address in addresses_in(body)]
    asked = {player.page: player for player in players if player and player.question}
    known = set(HostedRecording.objects.filter(address__in=asked).values_list("address", flat=True))
    news, silent = [], []
    for page, player in asked.items():
        if page in known:
            continue
        key = f"oembed-{sha256(page.encode()).hexdigest()}"
        may_ask = len(news) + len(silent) < _MOST_ASKED and cache.add(key, True, _SILENCE)
        (news if may_ask and _keep(player) else silent).append(player)
    return news, silent


def addresses_in(body):
    """The addresses (list of str) of the recordings elsewhere that a body shows."""
    return [block["value"].get("address", "") for block in body.raw_data if block["type"] == "player"]


def _keep(player):
    """Asks about one Player and keeps the answer; gives whether there was one (bool)."""
    try:
        title, author, poster = _answer(player)
    except NoAnswer as error:
        logger.info("No oEmbed answer from %s: %s", player.page_host, error.__cause__ or error)
        return False
    recording = HostedRecording(address=player.page, title=title, author=author)
    if poster:
        recording.poster = _poster(player, poster)
    try:
        with transaction.atomic():
            recording.save()
    except ValidationError:  # a poster that cannot be read is no poster
        recording.poster = None
        recording.save()
    except IntegrityError:  # somebody else has just learnt it
        logger.info("%s is known already", player.page)
    return True


def _answer(player):
    """Title, author and address of the poster (three str, the last two may be empty). Raises NoAnswer."""
    try:
        said = json.loads(fetched(player.question, MOST_JSON, _JSON))
    except (ValueError, RecursionError) as error:
        raise NoAnswer from error
    title = _words(said, "title", 300)
    if not title:
        raise NoAnswer("no title")
    return title, _words(said, "author_name", 200), _words(said, "thumbnail_url", 1000)


def _words(said, key, most):
    """What an answer says under `key`, as text (str); markup stays words, which templates escape."""
    words = said.get(key) if isinstance(said, dict) else None
    return " ".join(printable(words).split())[:most] if isinstance(words, str) else ""


def _poster(player, address):
    """The picture at `address` (str) as a File; None where its host is not one of those known, or does not answer."""
    try:
        parts = urlsplit(address)
        if parts.scheme != "https" or not player.host.posters.fullmatch(parts.netloc) or not address.isascii():
            return None
        content = fetched(address, MOST_POSTER, _PICTURES)
    except (NoAnswer, ValueError):
        return None
    return ContentFile(content, name=f"{sha256(player.page.encode()).hexdigest()[:20]}.jpg")
