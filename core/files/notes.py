"""What moderators are told of a file before they open it."""

from django.utils.translation import gettext_lazy as _

NOTES = {
    "active": _(
        "Ce document contient de quoi agir tout seul (macro, script ou fichier caché). Ne l’ouvrez pas sur votre "
        "ordinateur\u00a0: demandez plutôt un PDF sans rien d’autre."
    ),
    "author": _(
        "Ce document dit peut-être qui l’a écrit, et le site ne sait pas l’enlever. Regardez avant de publier."
    ),
    "unchecked": _(
        "Ce son ou cette vidéo n’a pas été vérifié, et dit peut-être où il a été fait\u00a0: il manque ffmpeg "
        "au serveur."
    ),
    "kept": _("Le nettoyage de ce fichier a échoué\u00a0: il dit peut-être qui l’a fait. Regardez avant de publier."),
}

#: Those that make a file dangerous to open.
RISKY = {"active"}
