"""What the site keeps of people, in one table: what, why, until when, and what erases it (RGPD, articles 5, 13 and 30).

`/vie-privee/` shows it. A test holds it to the models: a table that nobody has thought of fails.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agenda.models import calendar_import
from contributions import retention
from core import hosted_recordings
from search.missed import DAYS_KEPT

DAY = 24 * 3600


@dataclass(frozen=True)
class Kept:
    """One line: `what` is kept, `why`, `until` when, `erased_by` what, in which `tables` (labels of models)."""

    what: str
    why: str
    until: str
    erased_by: str
    tables: tuple = ()


@dataclass(frozen=True)
class Whom:
    """People of whom something is kept, with its lines (list of Kept) and what is worth saying first."""

    name: str
    introduction: str
    lines: list


def days(number):
    """« 60 jours » (str)."""
    return ngettext("%(number)d jour", "%(number)d jours", number) % {"number": number}


def whom():
    """All that is kept, by people (list of Whom), with the durations that the code applies today."""
    return [
        Whom(
            _("Vous lisez"),
            _(
                "Rien n’est gardé de vous\u00a0: ni adresse, ni statistique de visite. Aucun témoin de connexion "
                "(cookie), sauf celui qui protège un formulaire pendant que vous l’envoyez. Le site ne demande rien à "
                "aucun autre."
            ),
            [
                Kept(
                    _("Les mots d’une recherche qui n’a rien trouvé, avec le jour, sans rien de vous"),
                    _("Savoir ce qui manque ici"),
                    days(DAYS_KEPT),
                    _("le site, chaque jour"),
                    ("search.MissedSearch",),
                ),
                Kept(
                    _("Les erreurs du site, sans adresse IP ni adresse de courriel"),
                    _("Les réparer"),
                    _("Le temps que les garde le journal du serveur"),
                    _("le serveur"),
                ),
            ],
        ),
        Whom(
            _("Vous envoyez quelque chose, ou vous écrivez"),
            _(
                "Ni votre adresse IP ni votre appareil ne sont gardés. De quoi compter les envois d’une même connexion "
                "reste un jour en mémoire, sous une empreinte dont le sel change chaque jour."
            ),
            [
                Kept(
                    _(
                        "Ce que vous avez écrit et joint, le nom dont vous signez, l’adresse que vous laissez, nos "
                        "échanges\u202f; de votre code, une empreinte seulement"
                    ),
                    _("Le lire, vous répondre, le publier si vous le voulez"),
                    _now(
                        "Le lendemain de la publication\u202f; %(declined)s après un refus\u202f; %(accepted)s si rien "
                        "ne paraît\u202f; %(spam)s pour ce qui est indésirable"
                    )
                    % {
                        "declined": days(retention.DECLINED_KEPT_DAYS),
                        "accepted": days(retention.ACCEPTED_KEPT_DAYS),
                        "spam": days(retention.SPAM_KEPT_DAYS),
                    },
                    _("vous, avec votre code, tant que ce n’est pas publié\u202f; sinon le site, chaque jour"),
                    (
                        "contributions.Contribution",
                        "contributions.Message",
                        "contributions.Attachment",
                        "contributions.Mail",
                    ),
                ),
                Kept(
                    _("Les fichiers d’un formulaire qui n’est jamais parti"),
                    _("Ne pas vous les redemander si vous corrigez le formulaire"),
                    days(retention.ABANDONED_KEPT_DAYS),
                    _("le site, chaque jour"),
                ),
                Kept(
                    _("Quand un envoi est arrivé, quand et par qui il a été accepté ou refusé, sans ce qu’il disait"),
                    _("Compter, par mois, le travail de la modération"),
                    _("Tant que le site existe"),
                    _("personne"),
                    ("contributions.Act",),
                ),
            ],
        ),
        Whom(
            _("On parle de vous dans une page, on vous voit sur une photo"),
            _(
                "Ce qui est publié l’est par choix éditorial. Écrivez-nous pour corriger, masquer ou retirer ce qui "
                "vous concerne\u00a0: il n’y a pas à se justifier."
            ),
            [
                Kept(
                    _("Les pages, leurs versions, leur adresse ancienne\u202f; le texte dont la recherche se sert"),
                    _("Informer (article 85 du RGPD, liberté d’expression)"),
                    _("Tant que la page est publiée, et le temps que le collectif garde ses versions"),
                    _("le collectif"),
                    (
                        "wagtailcore.Page",
                        "wagtailcore.Revision",
                        "core.ContentPage",
                        "search.ContentText",
                        "agenda.CalendarEntry",
                        "wagtailredirects.Redirect",
                        "wagtailsearch.IndexEntry",
                        "core.SiteSettings",
                    ),
                ),
                Kept(
                    _("Le titre, l’auteur·rice et l’image d’une vidéo ou d’un son d’ailleurs, que donne son site"),
                    _("Les montrer sans que rien soit demandé ailleurs avant un clic"),
                    _now("%(days)s, et tant qu’une page, un brouillon ou une ancienne version le montre")
                    % {"days": days(hosted_recordings.KEPT.days)},
                    _("le site, chaque jour"),
                    ("core.HostedRecording",),
                ),
                Kept(
                    _("Les photos, sons, vidéos et documents, sans lieu, date ni appareil"),
                    _("Les montrer"),
                    _("Tant que le collectif les garde"),
                    _("le collectif"),
                    (
                        "core.SiteImage",
                        "core.SiteRendition",
                        "core.SiteDocument",
                        "core.SiteMedia",
                        "core.FileToErase",
                        "wagtailcore.UploadedFile",
                    ),
                ),
            ],
        ),
        Whom(
            _("Vous êtes membre du collectif"),
            _("Un compte ne demande ni nom civil ni téléphone."),
            [
                Kept(
                    _(
                        "Votre identifiant, le nom que vous choisissez, votre adresse, votre mot de passe (haché), vos "
                        "préférences"
                    ),
                    _("Vous ouvrir l’administration, vous prévenir"),
                    _("Tant que le compte existe"),
                    _("l’administration du site, à votre demande"),
                    ("members.Member", "wagtailusers.UserProfile", "wagtailcore.PageSubscription"),
                ),
                Kept(
                    _(
                        "De quoi vérifier les codes de votre téléphone, vos codes de secours et vos clés d’accès "
                        "(leur nom, leur moitié publique, les jours où elles ont été ajoutées et utilisées)"
                    ),
                    _("Que votre mot de passe ne suffise pas à qui l’aurait deviné"),
                    _("Jusqu’à ce que vous les retiriez"),
                    _("vous"),
                    (
                        "otp_totp.TOTPDevice",
                        "otp_static.StaticDevice",
                        "otp_static.StaticToken",
                        "members.Passkey",
                        "members.Phone",
                        "members.RecoveryCodes",
                    ),
                ),
                Kept(
                    _("Vos sessions ouvertes\u00a0: la famille du navigateur, depuis quand, le dernier jour"),
                    _("Que vous puissiez les fermer"),
                    _now("%(days)s, ou quand vous les fermez") % {"days": days(settings.SESSION_COOKIE_AGE // DAY)},
                    _("vous, ou le site, chaque jour"),
                    ("members.OpenSession", "sessions.Session"),
                ),
                Kept(
                    _("Qui a écrit, relu, accepté, publié, commenté quoi, et quand"),
                    _("Décider à plusieurs, et s’en souvenir"),
                    _("Tant que la page existe\u202f; votre nom en part avec votre compte"),
                    _("l’administration du site"),
                    (
                        "wagtailcore.PageLogEntry",
                        "wagtailcore.ModelLogEntry",
                        "wagtailcore.Comment",
                        "wagtailcore.CommentReply",
                        "wagtailcore.WorkflowState",
                        "wagtailcore.TaskState",
                        "members.ConsentState",
                        "members.Agreement",
                    ),
                ),
                Kept(
                    _(
                        "Ce que vous écrivez et n’avez pas encore enregistré, qui écrit en ce moment, qui regarde un "
                        "envoi"
                    ),
                    _("Ne rien perdre, ne pas se marcher sur les pieds"),
                    days(retention.PRESENCE_KEPT_DAYS),
                    _("le site, chaque jour"),
                    ("wagtailadmin.EditingSession", "wagtailadmin.FormState", "contributions.Presence"),
                ),
                Kept(
                    _("Vos semaines de permanence"),
                    _("Savoir qui prévenir le matin"),
                    _("Tant que le compte existe"),
                    _("la modération"),
                    ("contributions.Duty",),
                ),
                Kept(
                    _("Les agendas que vous importez, et une empreinte de ce que vous en avez pris"),
                    _("Vous le montrer avant de l’écrire, ne pas l’importer deux fois"),
                    _now("%(days)s pour le fichier") % {"days": days(calendar_import.KEPT.days)},
                    _("le site, chaque jour"),
                    ("agenda.CalendarImport", "agenda.ImportedEvent"),
                ),
            ],
        ),
    ]
