"""The blocks of a body that are listened to and watched: kept on the site, or elsewhere."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from core.players import names_of_hosts, player_of


class MediaBlock(blocks.StructBlock):
    """What audio and video share; the two branches choose the file."""

    title = blocks.CharBlock(label=_("Titre"), required=False, max_length=160)
    description = blocks.CharBlock(label=_("De quoi il s’agit"), required=False, max_length=300)

    class Meta:
        preview_template = "blocks/preview/media.html"


class AudioBlock(MediaBlock):
    media = AudioChooserBlock(label=_("Son"))

    class Meta:
        icon = "wagtailmedia-audio"
        label = _("Son")
        description = _("Un reportage, un entretien, une chanson. La transcription se remplit avec le fichier.")
        template = "blocks/audio.html"
        preview_value = {"title": "Paroles de nuit, épisode 2", "description": "Quatre veilleur·euses racontent."}


class VideoBlock(MediaBlock):
    media = VideoChooserBlock(label=_("Vidéo"))

    class Meta:
        icon = "wagtailmedia-video"
        label = _("Vidéo")
        description = _("Une vidéo gardée sur le site.")
        template = "blocks/video.html"
        preview_value = {"title": "Le théâtre forum du 3 juin", "description": "Extraits, 4 minutes."}


class PlayerValue(blocks.StructValue):
    """What a reader gets: a player after a click where its host is known and has answered, a link otherwise."""

    @cached_property
    def player(self):
        return player_of(self.get("address"), settings.PEERTUBE_HOSTS)

    @cached_property
    def known(self):
        """What is kept of it (HostedRecording or None); PlayerBlock fetches those of a page together."""
        return _kept([self]).get(self.player.page) if self.player else None

    @property
    def can_play(self):
        return bool(self.player and (self.known or not self.player.question))

    @property
    def link(self):
        """Its page (str); empty where what was typed is no address of the web."""
        address = self.player.page if self.player else self.get("address") or ""
        return address if address.startswith(("https://", "http://")) else ""

    @property
    def words(self):
        """Its title (str): the editor’s, else its host’s; may be empty."""
        return self.get("title") or (self.known.title if self.known else "")

    @property
    def slug(self):
        """What its drawing is made from where it has no picture (str)."""
        return slugify(self.link)


class PlayerBlock(blocks.StructBlock):
    address = blocks.URLBlock(
        label=_("Adresse"),
        max_length=500,
        help_text=_(
            "Celle de la page où on la regarde. En enregistrant, le site demande son titre et son image à qui "
            "l’héberge. Sans réponse, vos lecteur·rices auront un simple lien."
        ),
    )
    title = blocks.CharBlock(
        label=_("Titre"), required=False, max_length=160, help_text=_("Vide\u00a0: celui que donne le site d’origine.")
    )
    description = blocks.CharBlock(label=_("De quoi il s’agit"), required=False, max_length=300)
    poster = ImageChooserBlock(
        label=_("Image d’attente"), required=False, help_text=_("Vide\u00a0: celle que donne le site d’origine.")
    )
    transcript = blocks.TextBlock(
        label=_("Transcription"),
        required=False,
        help_text=_("Ce qui est dit, pour les personnes sourdes et pour celles qui préfèrent lire."),
    )

    class Meta:
        icon = "media"
        label = _("Vidéo ou son d’ailleurs")
        description = _("Sur YouTube, Vimeo, PeerTube, SoundCloud, Arte… Rien n’est chargé avant un clic qui prévient.")
        template = "blocks/player.html"
        preview_value = {
            "address": "https://archive.org/details/exemple",
            "title": "Le théâtre forum du 3 juin",
            "description": "Filmé par un autre collectif.",
        }
        value_class = PlayerValue

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("address"):
            player = player_of(cleaned["address"], settings.PEERTUBE_HOSTS)
            if player is None:
                said = _now(
                    "Le site ne connaît pas cette adresse. Il connaît\u00a0: %(hosts)s. Pour une autre, faites un lien."
                )
                hosts = names_of_hosts(settings.PEERTUBE_HOSTS)
                raise StructBlockValidationError({"address": ValidationError(said % {"hosts": hosts})})
            cleaned["address"] = player.page
            if not player.question and not cleaned.get("title") and not self.is_deferred_validation:
                said = _now("Donnez un titre\u00a0: %(host)s n’en donne pas au site.") % {"host": player.host.name}
                raise StructBlockValidationError({"title": ValidationError(said)})
        return cleaned

    def bulk_to_python(self, values):
        found = super().bulk_to_python(values)
        kept = _kept(found)
        for value in found:
            value.known = kept.get(value.player.page) if value.player else None
        return found

    def get_searchable_content(self, value):
        kept = [value.known.title] if value.known and not value.get("title") else []
        return [*kept, *super().get_searchable_content(value)]


def _kept(values):
    """What is kept of the recordings of `values` (list of PlayerValue), by address: one query."""
    pages = {value.player.page for value in values if value.player and value.player.question}
    # By its name: the trunk, which has bodies, comes before it.
    recordings = apps.get_model("core.HostedRecording").objects.filter(address__in=pages) if pages else ()
    return {recording.address: recording for recording in recordings}
