"""How far the agenda looks."""

from dateutil.relativedelta import relativedelta
from django.utils import timezone

MONTHS_AHEAD = 18


def horizon():
    """The first day (date, in the site's zone) of which the agenda knows nothing yet."""
    return timezone.localdate() + relativedelta(months=MONTHS_AHEAD, days=1)
