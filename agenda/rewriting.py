"""The rows of the agenda made again from what a content says, all or nothing, and nothing where nothing changed."""

import hashlib
import uuid
from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from agenda.horizon import horizon
from agenda.ical import Described, Stamp, write_entry
from agenda.models import CalendarEntry, Occurrence
from core.models import ContentPage

_SOME_MOMENT = timezone.datetime(2000, 1, 1, tzinfo=timezone.get_default_timezone())


def rewrite(content, *, is_withdrawn=False):
    """Makes the dates in the agenda those that `content` (Dated ContentPage) says once nobody else writes them.

    One that is not live, or `is_withdrawn`, has none; an alias shows those of its source, which has them already.
    """
    with transaction.atomic():
        content = ContentPage.objects.select_for_update().filter(pk=content.pk).first()
        if content is None:
            return
        content = content.specific
        is_shown = content.live and not is_withdrawn and not content.alias_of_id
        entries = _write_entries(content, _by_key(content.dates(horizon())) if is_shown else {})
        wanted = {
            row.written: row
            for entry, dates in entries
            for row in (Occurrence.of(content, entry, date) for date in dates)
        }
        stored = {row.written: row.pk for row in Occurrence.objects.filter(content_id=content.pk)}
        Occurrence.objects.filter(pk__in=[pk for written, pk in stored.items() if written not in wanted]).delete()
        Occurrence.objects.bulk_create(row for written, row in wanted.items() if written not in stored)


def _by_key(dates):
    grouped = defaultdict(list)
    for date in dates:
        grouped[date.key].append(date)
    return grouped


def _write_entries(content, grouped):
    """The entries of `grouped` (dict: key → list of ScheduledDate), saved where they changed (list of pairs)."""
    stored = {entry.uid: entry for entry in CalendarEntry.objects.filter(content_id=content.pk)}
    described = describe(content) if grouped else None
    written = []
    for key, dates in grouped.items():
        uid = uuid.uuid5(content.translation_key, key)
        entry = stored.pop(uid, None) or CalendarEntry(content_id=content.pk, uid=uid, sequence=-1)
        _write_entry(entry, described, dates, content.series() if not key else None)
        written.append((entry, dates))
    gone = CalendarEntry.objects.filter(pk__in=[entry.pk for entry in stored.values()])
    gone.exclude(is_withdrawn=True).update(is_withdrawn=True, changed_at=timezone.now())
    return written


def _write_entry(entry, described, dates, series):
    """Fills `entry` and saves it, with a higher number if what it says is not what was sent before."""
    before = {name: getattr(entry, name) for name in _SAID}
    entry.zone, entry.place = dates[0].zone, (series.usual if series else dates[0]).place
    entry.begins_at = min(date.start for date in dates)
    entry.over_at = max(date.over_at for date in dates)
    entry.goes_on = bool(series and not series.until and not series.times)
    # Whatever the version: two versions that say the same are one.
    undated = write_entry(described, Stamp(str(entry.uid), 0, _SOME_MOMENT), dates, series)
    entry.digest = hashlib.sha256(undated.encode()).hexdigest()
    if entry.digest != before["digest"] or entry.is_withdrawn:
        entry.sequence, entry.changed_at = entry.sequence + 1, timezone.now()
        entry.text = write_entry(described, Stamp(str(entry.uid), entry.sequence, entry.changed_at), dates, series)
    entry.is_withdrawn = False
    if before != {name: getattr(entry, name) for name in _SAID}:
        entry.save()


_SAID = ("digest", "zone", "place_id", "begins_at", "over_at", "goes_on", "is_withdrawn")


def describe(content, themes=None, request=None):
    """What all the dates of `content` (Dated ContentPage, in its branch) say in a calendar (Described).

    `themes` are the titles (list of str) of its themes, where they have been read; `request` spares reading sites.
    """
    if themes is None:
        themes = [theme.title for theme in content.themes.all()]
    return Described(
        title=content.title,
        words=content.calendar_words(),
        address=content.get_full_url(request) or "",
        categories=tuple(part for part in (content.kind_label, *themes) if part),
        created_at=content.first_published_at,
    )
