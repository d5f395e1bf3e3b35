"""Place: a town, region or country of the offline gazetteer, and the ability to be somewhere."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.french import fold


class PlaceQuerySet(models.QuerySet):
    def named_like(self, text):
        """Places whose name begins with `text` (accents, case and hyphens ignored), largest first.

        >>> Place.objects.named_like("st etienne")  # doctest: +SKIP
        """
        return self.filter(folded_name__startswith=fold_place_name(text)).order_by(
            models.Case(models.When(folded_name=fold_place_name(text), then=0), default=1),
            models.F("population").desc(nulls_last=True),
            "folded_name",
        )

    def within(self, place):
        """Places that are `place` itself or lie inside it (town < department < region < country)."""
        inside = Q(pk=place.pk)
        if place.kind == Place.Kind.COUNTRY:
            inside |= Q(country=place.country)
        elif place.kind == Place.Kind.REGION:
            inside |= Q(country=place.country, region=place.region)
        elif place.kind == Place.Kind.DEPARTMENT:
            inside |= Q(country=place.country, department=place.department)
        return self.filter(inside)


class Place(models.Model):
    """One row of the gazetteer. 52,218 are loaded by `load_gazetteer`; a moderator can add a hamlet.

    `latitude` and `longitude` are WGS 84 degrees; `approximate` says that they are those of the
    department, region or country rather than of the town itself.
    """

    class Kind(models.TextChoices):
        TOWN = "town", _("commune ou ville")
        DEPARTMENT = "department", _("département")
        REGION = "region", _("région")
        COUNTRY = "country", _("pays")

    code = models.SlugField(
        _("code"), max_length=40, unique=True, help_text=_("Identifiant du répertoire de lieux, par exemple fr-42218.")
    )
    name = models.CharField(_("nom"), max_length=120)
    folded_name = models.CharField(max_length=120, editable=False, db_index=True)
    kind = models.CharField(_("sorte"), max_length=10, choices=Kind.choices, default=Kind.TOWN)
    country = models.CharField(_("pays"), max_length=2, help_text=_("Code à deux lettres : FR, BE, CH, CA…"))
    country_name = models.CharField(_("nom du pays"), max_length=80, blank=True)
    region = models.CharField(_("région"), max_length=120, blank=True)
    department = models.CharField(_("département"), max_length=120, blank=True)
    postcode = models.CharField(_("code postal"), max_length=12, blank=True)
    latitude = models.FloatField(_("latitude"), validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(_("longitude"), validators=[MinValueValidator(-180), MaxValueValidator(180)])
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    approximate = models.BooleanField(
        _("position approximative"), default=False, help_text=_("La position est celle du département ou de la région.")
    )

    objects = PlaceQuerySet.as_manager()

    panels = [
        FieldPanel(name)
        for name in (
            "name",
            "code",
            "kind",
            "country",
            "country_name",
            "region",
            "department",
            "postcode",
            "latitude",
            "longitude",
            "approximate",
        )
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("lieu")
        verbose_name_plural = _("lieux")
        indexes = [models.Index(fields=["country", "region"]), models.Index(fields=["kind", "country"])]

    def __str__(self):
        return f"{self.name} ({self.precision})" if self.precision not in {"", self.name} else self.name

    @property
    def precision(self):
        """What tells this place from its namesakes: « Loire », « Belgique », « région »; may be empty."""
        if self.kind == self.Kind.COUNTRY:
            return ""
        if self.kind in (self.Kind.REGION, self.Kind.DEPARTMENT):
            return self.get_kind_display()
        return self.department or self.country_name or self.region

    def clean(self):
        super().clean()
        self.country = self.country.upper()
        namesakes = Place.objects.filter(
            folded_name=fold_place_name(self.name), kind=self.kind, country=self.country, department=self.department
        )
        if namesakes.exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("Ce lieu existe déjà : choisissez-le dans le répertoire.")})

    def save(self, *args, **kwargs):
        self.folded_name = fold_place_name(self.name)
        super().save(*args, **kwargs)


class Located(models.Model):
    """The ability to be somewhere: a content of the site, or one call to action of an appeal."""

    place = models.ForeignKey(
        Place,
        verbose_name=_("lieu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Commencez à taper le nom d’une ville, d’une région ou d’un pays."),
    )

    class Meta:
        abstract = True


def fold_place_name(name):
    """« Saint-Étienne », « st etienne » → « saint etienne »: how place names are compared (str → str)."""
    abbreviations = {"st": "saint", "ste": "sainte"}
    return " ".join(abbreviations.get(word, word) for word in fold(name).split())
