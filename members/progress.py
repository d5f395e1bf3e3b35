"""Where a review stands, in words. Pure of models."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class ConsentProgress:
    """Where a review stands: `agreed` (names, first to agree first) and `needed` (int).

    `asked_by` (name) and `question` are empty while nobody has asked the moderation to decide.
    """

    agreed: list[str]
    needed: int
    asked_by: str = ""
    question: str = ""

    @property
    def missing(self):
        return max(0, self.needed - len(self.agreed))

    def __str__(self):
        """« Relecture collective : 1 accord sur 2 (Ana). Il manque 1 accord. »"""
        names = f" ({', '.join(self.agreed)})" if self.agreed else ""
        said = ngettext(
            "Relecture collective : %(count)d accord sur %(needed)d%(names)s.",
            "Relecture collective : %(count)d accords sur %(needed)d%(names)s.",
            max(1, len(self.agreed)),
        ) % {"count": len(self.agreed), "needed": self.needed, "names": names}
        if self.missing:
            said += " " + ngettext("Il manque %(missing)d accord.", "Il manque %(missing)d accords.", self.missing) % {
                "missing": self.missing
            }
        if self.asked_by:
            said += " " + _("%(name)s a demandé à la modération de trancher.") % {"name": self.asked_by}
        return said
