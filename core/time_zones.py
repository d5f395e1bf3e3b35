"""The civil time of a place: its IANA time zone, and how one says it in French."""

from collections import defaultdict
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.french import fold
from core.zone_names import SAID

#: Parts of a country that live at an hour of their own: (ISO code, region) → zone.
_OF_REGION = {
    ("FR", "Guadeloupe"): "America/Guadeloupe",
    ("FR", "Martinique"): "America/Martinique",
    ("FR", "Guyane"): "America/Cayenne",
    ("FR", "La Réunion"): "Indian/Reunion",
    ("FR", "Mayotte"): "Indian/Mayotte",
    ("FR", "Saint-Pierre-et-Miquelon"): "America/Miquelon",
    ("FR", "Wallis et Futuna"): "Pacific/Wallis",
    ("FR", "Polynésie française"): "Pacific/Tahiti",
    ("FR", "Nouvelle-Calédonie"): "Pacific/Noumea",
    ("CA", "Québec"): "America/Toronto",
}
#: Countries where nearly everybody lives at one hour: the islands say theirs by hand.
_USUAL = {
    "CN": "Asia/Shanghai",
    "ES": "Europe/Madrid",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
}

#: What an editor may choose: one zone for each way of setting a clock, wherever a place does not tell it alone.
ZONE_CHOICES = [
    ("Europe/Paris", _("Paris, Bruxelles, Genève, Luxembourg")),
    ("Europe/London", _("Londres, Dublin")),
    ("Europe/Lisbon", _("Lisbonne")),
    ("Atlantic/Azores", _("Açores")),
    ("Atlantic/Canary", _("Canaries")),
    ("Europe/Athens", _("Athènes")),
    ("Europe/Kyiv", _("Kyiv, Bucarest")),
    ("Europe/Istanbul", _("Istanbul")),
    ("Europe/Moscow", _("Moscou")),
    ("Asia/Yekaterinburg", _("Ekaterinbourg")),
    ("Asia/Novosibirsk", _("Novossibirsk")),
    ("Asia/Vladivostok", _("Vladivostok")),
    ("America/Toronto", _("Montréal, Québec, Toronto")),
    ("America/Halifax", _("Halifax, Moncton")),
    ("America/St_Johns", _("Terre-Neuve")),
    ("America/Winnipeg", _("Winnipeg")),
    ("America/Edmonton", _("Edmonton")),
    ("America/Vancouver", _("Vancouver")),
    ("America/New_York", _("New York")),
    ("America/Chicago", _("Chicago, La Nouvelle-Orléans")),
    ("America/Denver", _("Denver")),
    ("America/Phoenix", _("Phoenix")),
    ("America/Los_Angeles", _("Los Angeles, San Francisco")),
    ("America/Anchorage", _("Anchorage")),
    ("Pacific/Honolulu", _("Honolulu")),
    ("America/Mexico_City", _("Mexico")),
    ("America/Cancun", _("Cancún")),
    ("America/Tijuana", _("Tijuana")),
    ("America/Port-au-Prince", _("Port-au-Prince")),
    ("America/Guadeloupe", _("Guadeloupe")),
    ("America/Martinique", _("Martinique")),
    ("America/Cayenne", _("Cayenne")),
    ("America/Sao_Paulo", _("São Paulo, Rio de Janeiro")),
    ("America/Manaus", _("Manaus")),
    ("America/Rio_Branco", _("Rio Branco")),
    ("America/Santiago", _("Santiago du Chili")),
    ("America/Punta_Arenas", _("Punta Arenas")),
    ("Pacific/Easter", _("Île de Pâques")),
    ("America/Guayaquil", _("Quito, Guayaquil")),
    ("Pacific/Galapagos", _("Galápagos")),
    ("America/Nuuk", _("Nuuk")),
    ("Africa/Abidjan", _("Dakar, Abidjan")),
    ("Africa/Casablanca", _("Casablanca")),
    ("Africa/Algiers", _("Alger, Tunis")),
    ("Africa/Kinshasa", _("Kinshasa, Brazzaville")),
    ("Africa/Lubumbashi", _("Lubumbashi, Goma")),
    ("Indian/Antananarivo", _("Antananarivo")),
    ("Indian/Reunion", _("La Réunion")),
    ("Asia/Beirut", _("Beyrouth")),
    ("Asia/Kolkata", _("Inde")),
    ("Asia/Ulaanbaatar", _("Oulan-Bator")),
    ("Asia/Jakarta", _("Djakarta")),
    ("Asia/Makassar", _("Makassar")),
    ("Asia/Jayapura", _("Jayapura")),
    ("Asia/Tokyo", _("Tokyo")),
    ("Australia/Perth", _("Perth")),
    ("Australia/Darwin", _("Darwin")),
    ("Australia/Adelaide", _("Adélaïde")),
    ("Australia/Brisbane", _("Brisbane")),
    ("Australia/Sydney", _("Sydney, Melbourne")),
    ("Pacific/Port_Moresby", _("Port Moresby")),
    ("Pacific/Bougainville", _("Bougainville")),
    ("Pacific/Chuuk", _("Chuuk")),
    ("Pacific/Pohnpei", _("Pohnpei")),
    ("Pacific/Tarawa", _("Tarawa")),
    ("Pacific/Kiritimati", _("Kiritimati")),
    ("Pacific/Noumea", _("Nouméa")),
    ("Pacific/Tahiti", _("Tahiti")),
    ("Pacific/Auckland", _("Auckland")),
    ("Pacific/Chatham", _("Chatham")),
]


def zone_choices():
    """ZONE_CHOICES, by a name that a migration can say."""
    return ZONE_CHOICES


def zone_of(place):
    """The IANA name (str) of the time zone of `place` (Place or None): the site's without one.

    Empty where its country lives at several hours and nothing tells which.
    """
    if place is None:
        return settings.TIME_ZONE
    known = _OF_REGION.get((place.country, place.region)) or _USUAL.get(place.country)
    if known:
        return known
    zones = _zones_of_countries().get(place.country, ())
    return zones[0] if len({_clock(zone) for zone in zones}) == 1 else ""


def is_our_hour(name):
    """Whether clocks of the zone `name` (IANA name) say what those of the site say, in winter and in summer."""
    return _clock(name) == _clock(settings.TIME_ZONE)


def say_zone(name):
    """What a zone (IANA name) is called in French (str): « Montréal », « l’Inde », « les Açores »."""
    known = SAID.get(name)
    if known:
        return str(known)
    label = dict(ZONE_CHOICES).get(name)
    return str(label).partition(",")[0] if label else name.rpartition("/")[2].replace("_", " ")


def say_hour(name):
    """« heure de Montréal », « heure d’Athènes », « heure des Açores » (str)."""
    said = say_zone(name)
    for article, contracted in (("les ", "des "), ("le ", "du "), ("Le ", "du ")):
        if said.startswith(article):
            return _("heure %(of)s") % {"of": contracted + said.removeprefix(article)}
    elided = fold(said[0]) in "aeiou"
    return _("heure %(of)s") % {"of": ("d’" if elided else "de ") + said}


@lru_cache(maxsize=1)
def _zones_of_countries():
    """ISO code of each country → its zones (tuple of str), from zone.tab of the IANA database."""
    zones = defaultdict(tuple)
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _position, name = line.split("\t")[:3]
            zones[country] += (name,)
    return dict(zones)


@cache
def _clock(name):
    """What clocks say in winter and in summer: zones that agree on it are one for a rendezvous."""
    zone, year = ZoneInfo(name), 2026
    return tuple(datetime(year, month, 15, tzinfo=zone).utcoffset() for month in (1, 7))
