"""Answers that are written once and for all, to be made one's own before they leave."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

#: Words of the answer that names a point of the charter: it does not leave without one.
NAMES_A_POINT = "sur le point suivant"


@dataclass(frozen=True)
class ReadyAnswer:
    """`name` is in the address of the screen, `gesture` the form whose words it fills."""

    name: str
    gesture: str
    label: str
    text: str


READY_ANSWERS = (
    ReadyAnswer(
        "merci",
        "accepter",
        _("Merci, c’est accepté"),
        _(
            "Merci pour ce que vous avez envoyé. Nous en avons fait un brouillon, que d’autres membres du collectif "
            "relisent. Quand il paraîtra, vous en verrez ici l’adresse."
        ),
    ),
    ReadyAnswer(
        "precisions",
        "demander",
        _("Il nous manque quelque chose"),
        _(
            "Merci pour ce que vous avez envoyé. Avant d’aller plus loin, pourriez-vous nous en dire un peu "
            "plus\u00a0: qui est concerné, où cela se passe, depuis quand\u202f?"
        ),
    ),
    ReadyAnswer(
        "corrige",
        "traiter",
        _("Merci, c’est corrigé"),
        _("Merci de nous avoir écrit. C’est corrigé\u00a0: vous pouvez le voir sur le site."),
    ),
    ReadyAnswer(
        "charte",
        "refuser",
        _("Ce n’est pas pour ici"),
        _(
            "Merci pour ce que vous avez envoyé. Nous ne le publierons pas\u00a0: notre charte, que nous avons relue "
            "ensemble, ne le permet pas sur le point suivant."
        ),
    ),
    ReadyAnswer(
        "deja",
        "refuser",
        _("C’est déjà sur le site"),
        _("Merci, quelqu’un nous l’avait déjà envoyé\u00a0: vous le trouverez sur le site à l’adresse suivante."),
    ),
)


def ready_answer(name):
    """The ReadyAnswer of that name (str), or None."""
    return next((one for one in READY_ANSWERS if one.name == name), None)
