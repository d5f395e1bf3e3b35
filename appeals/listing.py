"""What the list of appeals may be narrowed by, and the orders it may be read in."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core.list_filters import ConditionFilter, FieldFilter, Option
from core.ordering import Order, ordered_by, sorted_by

FILTERS = (
    FieldFilter("sorte", _("Sorte"), "kind"),
    ConditionFilter(
        "etat",
        _("État"),
        (
            Option("ouvert", _("encore ouvert"), lambda appeals: appeals.open()),
            Option("clos", _("clos"), lambda appeals: appeals.closed()),
        ),
    ),
)

ORDERS = (
    Order("echeance", _("Échéance proche"), sorted_by(lambda appeals: appeals.open_first())),
    Order("adoption", _("Dernière adoption"), ordered_by(F("adopted_on").desc(nulls_last=True))),
)
