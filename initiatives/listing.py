"""What the list of initiatives may be narrowed by, and the orders it may be read in."""

from django.db.models import F, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from core.list_filters import ConditionFilter, FieldFilter, Option
from core.models import SiteSettings
from core.ordering import BY_TITLE, RECENT, Order, ordered_by, sorted_by


def _here(initiatives):
    return initiatives.filter(place__country=_home_country())


def _elsewhere(initiatives):
    return initiatives.elsewhere(_home_country())


def _home_country():
    """What the settings of the site call « here », as an expression: no query of its own."""
    stored = SiteSettings.objects.values("home_country")[:1]
    return Coalesce(Subquery(stored), Value(SiteSettings._meta.get_field("home_country").default))


FILTERS = (
    FieldFilter("forme", _("Forme"), "kind_label"),
    FieldFilter("portee", _("Portée par"), "run_by"),
    FieldFilter("cadre", _("Cadre"), "standing"),
    ConditionFilter(
        "etat",
        _("Aujourd’hui"),
        (
            Option("vivante", _("toujours vivante"), lambda initiatives: initiatives.alive()),
            Option("terminee", _("terminée"), lambda initiatives: initiatives.of_yesterday()),
        ),
    ),
    ConditionFilter(
        "ou",
        _("Ici ou ailleurs"),
        (Option("ici", _("d’ici"), _here), Option("ailleurs", _("d’ailleurs"), _elsewhere)),
    ),
)

ORDERS = (
    Order("vivantes", _("Les vivantes d’abord"), sorted_by(lambda initiatives: initiatives.living_first())),
    RECENT,
    BY_TITLE,
    Order("debut", _("Début, du plus ancien"), ordered_by(F("first_year").asc(nulls_last=True))),
    Order("verification", _("Dernière vérification"), ordered_by(F("verified_on").desc(nulls_last=True))),
)
