"""What one may send: the one table from which forms, guides and drafts come."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from contributions import drafts, forms
from contributions.contact_form import MessageForm

#: Characters of a text that stand for its title on a desk.
LONGEST_NAME = 80


@dataclass(frozen=True)
class Kind:
    """`slug` is in its address. `invitation` is one sentence, `guide` a few questions that help to write.

    `draft_of` gives an unsaved page from a Contribution (contributions.drafts); a message becomes none. `template` is
    that of its form.
    """

    slug: str
    label: str
    invitation: str
    form: type
    guide: tuple
    draft_of: Callable | None
    template: str = "contributions/send.html"

    @property
    def is_message(self):
        """Whether it is for the collective alone: nothing is made of it but an answer."""
        return self.draft_of is None

    def title_of(self, answers):
        """What `answers` (dict: field → str) of this kind are called on a desk (str): their title, or first words."""
        said = answers.get("title") or answers.get("subject") or answers.get("text") or answers.get("link") or ""
        return Truncator(said.partition("\n")[0]).chars(LONGEST_NAME)


KINDS = (
    Kind(
        "texte",
        _("Un texte, une réflexion"),
        _("Ce que vous avez écrit, ou voudriez écrire : un article, un compte rendu, quelques pages."),
        forms.TextForm,
        (
            _("De quelle situation partez-vous ?"),
            _("Qu’est-ce qui vous a fait penser autrement ?"),
            _("Que dirait quelqu’un qui n’est pas d’accord ?"),
            _("Qu’est-ce que les personnes concernées en disent ?"),
            _("Qu’aimeriez-vous qu’on en fasse ?"),
        ),
        drafts.article,
    ),
    Kind(
        "temoignage",
        _("Un témoignage"),
        _("Ce que vous vivez, comme personne accompagnée, proche ou professionnel·le. Vous pouvez rester anonyme."),
        forms.TestimonyForm,
        (
            _("Que s’est-il passé, dans l’ordre ?"),
            _("Qui était là, sans dire de noms ?"),
            _("Qu’avez-vous ressenti, et compris plus tard ?"),
            _("Qu’est-ce qui aurait pu se passer autrement ?"),
            _("Qu’est-ce qui, dans votre récit, dirait qui vous êtes ?"),
        ),
        drafts.testimony,
    ),
    Kind(
        "initiative",
        _("Une initiative"),
        _("Un lieu, un collectif, une manière de faire qui vous fait rêver. Son nom suffit."),
        forms.InitiativeForm,
        (
            _("Qui la fait vivre ?"),
            _("Depuis quand, et comment a-t-elle commencé ?"),
            _("Que s’y passe-t-il un jour ordinaire ?"),
            _("Qu’est-ce qui la rend différente ?"),
            _("À qui écrire pour en savoir plus ?"),
        ),
        drafts.initiative,
    ),
    Kind(
        "appel",
        _("Un appel"),
        _("Une mobilisation, une assemblée, un appel à projets ou à textes."),
        forms.AppealForm,
        (
            _("Qui appelle, et au nom de qui ?"),
            _("À quoi appelez-vous, précisément ?"),
            _("Où, et quand ?"),
            _("Qui peut répondre, et comment ?"),
            _("Que se passera-t-il ensuite ?"),
        ),
        drafts.appeal,
    ),
    Kind(
        "evenement",
        _("Un rendez-vous"),
        _("Une date à annoncer dans l’agenda : débat, projection, formation, manifestation."),
        forms.EventForm,
        (
            _("Qui organise ?"),
            _("Faut-il s’inscrire, et combien cela coûte-t-il ?"),
            _("Peut-on y venir en fauteuil, avec un enfant, sans parler français ?"),
            _("Comment y va-t-on ?"),
            _("Qui appeler si l’on se perd ?"),
        ),
        drafts.event,
    ),
    Kind(
        "oeuvre",
        _("Un livre, un film, un podcast, une musique"),
        _("Ce qui vous a appris quelque chose, et que d’autres devraient connaître."),
        forms.WorkForm,
        (
            _("De quoi cela parle-t-il, en deux phrases ?"),
            _("Qu’est-ce que cela a changé pour vous ?"),
            _("À qui le conseillez-vous ?"),
            _("Où peut-on l’emprunter, le voir, l’écouter ?"),
            _("Y a-t-il quelque chose à savoir avant ?"),
        ),
        drafts.work,
    ),
    Kind(
        "lien",
        _("Un lien"),
        _("Une page à lire, à garder, à faire connaître."),
        forms.LinkForm,
        (
            _("Qui parle, et depuis où ?"),
            _("Qu’y apprend-on ?"),
            _("Pourquoi maintenant ?"),
            _("Avec quoi la mettre en regard ?"),
            _("Restera-t-elle en ligne ?"),
        ),
        drafts.link,
    ),
    Kind(
        "photos",
        _("Des photos"),
        _("Ce que vous avez vu, fait, collé au mur. Le lieu et l’appareil en sont effacés à l’arrivée."),
        forms.PhotosForm,
        (
            _("Que voit-on, pour qui ne voit pas l’image ?"),
            _("Où et quand, aussi précisément que vous le voulez ?"),
            _("Pourquoi l’avez-vous prise ?"),
            _("Que ne voit-on pas, et qu’il faut savoir ?"),
            _("Y a-t-il un détail à flouter ?"),
        ),
        drafts.report,
    ),
    Kind(
        "son",
        _("Un son"),
        _("Un entretien, une lecture, une chanson, le bruit d’un lieu."),
        forms.SoundForm,
        (
            _("Qui parle, et depuis où ?"),
            _("Que dit-on, en trois phrases ?"),
            _("Y a-t-il des noms à couper ?"),
            _("Qui pourrait en écrire la transcription ?"),
            _("Avec quoi l’écouter ?"),
        ),
        drafts.report,
    ),
    Kind(
        "video",
        _("Une vidéo"),
        _("Un film court, une captation, quelques minutes d’une assemblée."),
        forms.VideoForm,
        (
            _("Que s’y passe-t-il ?"),
            _("Qui a filmé, et qui a monté ?"),
            _("Y a-t-il des visages ou des noms à cacher ?"),
            _("Est-ce qu’elle a des sous-titres ?"),
            _("À quel moment l’essentiel est-il dit ?"),
        ),
        drafts.report,
    ),
    Kind(
        "revolte",
        _("Ce qui me révolte"),
        _("Une décision, une phrase, une porte fermée. En trois lignes ou en trois pages."),
        forms.RevoltForm,
        (
            _("Que s’est-il passé ?"),
            _("Qui l’a décidé ?"),
            _("Qui en souffre ?"),
            _("Est-ce que cela arrive ailleurs ?"),
            _("Que faudrait-il ?"),
        ),
        drafts.article,
    ),
)

#: What is sent from `/contact/`.
MESSAGE = Kind(
    "message",
    _("Un message"),
    _("Une question, une erreur à corriger, une page à retirer, ou simplement un mot."),
    MessageForm,
    (),
    None,
    "contributions/contact.html",
)

_BY_SLUG = {kind.slug: kind for kind in (*KINDS, MESSAGE)}


def kind_of(slug):
    """The Kind of that slug, or None."""
    return _BY_SLUG.get(slug)
