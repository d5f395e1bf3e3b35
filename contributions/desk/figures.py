"""« Chiffres »: month by month, what was received and decided, and after how long; from dates alone, for ever kept."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, time
from statistics import median

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from contributions.desk.chart import Chart
from contributions.desk.screens import DeskScreen
from contributions.kinds import MESSAGE
from contributions.models import Act, Contribution
from contributions.models.duty import today
from core.calendar import aware

#: The present month and those before it.
MONTHS_SHOWN = 12
TITLE = _("Chiffres")
_DECISIONS = [Act.Verb.ACCEPTED, Act.Verb.DECLINED]
_SECONDS_OF_A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Figures:
    """Of a `month` (its first day; None for all of them): what came, what was decided, and the days that it took.

    `days` is the median of the decisions (float), or None without any.
    """

    month: date | None
    received: int
    accepted: int
    declined: int
    days: float | None

    @property
    def said_days(self):
        """« 3 jours » (str)."""
        if self.days is None:
            return "–"
        number = round(self.days)
        return ngettext("%d jour", "%d jours", number) % number if number else _now("moins d’un jour")


def figures(day):
    """Those of the twelve months that end with that of `day` (date): (list of Figures, Figures of all). Two queries.

    What is received counts in the month when it came, a decision in the month when it was taken; months are those of
    the site's zone. What is unwanted, or still to be checked, is not counted: it will be deleted, or restored. Nor is a
    message, which is neither accepted nor declined.
    """
    zone = timezone.get_default_timezone()
    last = day.replace(day=1)
    months = [last - relativedelta(months=number) for number in reversed(range(MONTHS_SHOWN))]
    since = aware(months[0], time.min)
    received, taken = _received(since, zone), defaultdict(list)
    numbers = Counter()
    acts = Act.objects.filter(verb__in=_DECISIONS, done_at__gte=since).order_by()
    for verb, done_at, received_at in acts.values_list("verb", "done_at", "contribution__received_at"):
        month = done_at.astimezone(zone).date().replace(day=1)
        numbers[month, verb] += 1
        taken[month].append((done_at - received_at).total_seconds() / _SECONDS_OF_A_DAY)
    found = [
        Figures(month, received[month], *(numbers[month, verb] for verb in _DECISIONS), _median(taken[month]))
        for month in months
    ]
    all_taken = [days for month in months for days in taken[month]]
    sums = (sum(getattr(one, name) for one in found) for name in ("received", "accepted", "declined"))
    return found, Figures(None, *sums, _median(all_taken))


def _received(since, zone):
    """How many came (Counter by the first day of the month, date)."""
    ended = Q(state__in=[Contribution.State.ACCEPTED, Contribution.State.DECLINED])
    counted = Contribution.objects.exclude(state=Contribution.State.SPAM).exclude(kind=MESSAGE.slug)
    counted = counted.filter(Q(is_doubtful=False) | ended)
    months = TruncMonth("received_at", tzinfo=zone)
    rows = counted.filter(received_at__gte=since).order_by().annotate(month=months).values("month")
    return Counter({row["month"].date(): row["number"] for row in rows.annotate(number=Count("pk"))})


def _median(days):
    return median(days) if days else None


class FiguresView(DeskScreen):
    page_title = TITLE
    header_icon = "table"
    template_name = "contributions/desk/figures.html"

    def get_context_data(self, **kwargs):
        months, total = figures(today())
        return super().get_context_data(months=months, total=total, chart=Chart(months), **kwargs)
