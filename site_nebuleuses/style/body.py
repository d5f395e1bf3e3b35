"""A text with every block of a body, each in its states."""

from core.blocks import BodyBlock
from core.models import SiteMedia
from site_nebuleuses.style.stand_ins import BOOKLET

_SPEECH = (
    "La nuit, on n’a plus de bureau. On fait le tour, on s’assoit au bord du lit, on attend que ça passe.\n\n"
    "Ce n’est pas écrit dans le logiciel, et c’est pourtant ce que nous faisons."
)


def make_body(images, content):
    """A StreamValue with every block; `images` (list of SiteImage) may be empty, `content` is what a block leads to."""
    sound = SiteMedia(
        pk=1, title="Paroles de nuit", type="audio", file="media/nuit.mp3", duration=754, credit="Radio du dehors"
    )
    sound.transcript = _SPEECH
    film = SiteMedia(pk=2, title="Théâtre forum", type="video", file="media/forum.mp4", duration=240)
    film.width, film.height, film.transcript = 1280, 720, _SPEECH
    film.captions = sound.captions = "sous-titres/forum.vtt"
    song = SiteMedia(pk=3, title="Chanson de sortie", type="audio", file="media/chanson.mp3", duration=95)
    if images:
        film.thumbnail = images[0].file.name
    blocks = [
        ("text", _OPENING),
        ("heading", {"text": "Ce que nous avons appris", "level": "h2"}),
        ("text", _LISTS),
        ("heading", {"text": "D’abord, ne rien compter", "level": "h3"}),
        ("quotation", {"quotation": "On ne nous demandait plus de nos nouvelles, on nous demandait nos chiffres."}),
        ("text", "<p>Une éducatrice l’avait dit en assemblée, et personne n’avait trouvé mieux à répondre.</p>"),
        ("quotation", _SOURCED),
        *_pictures(images),
        ("audio", {"media": sound, "title": "", "description": "Quatre veilleur·euses racontent."}),
        ("video", {"media": film, "title": "Le théâtre forum du 3 juin", "description": "Extraits, 4 minutes."}),
        ("audio", {"media": song, "title": "", "description": ""}),
        *(("player", player) for player in _PLAYERS),
        ("document", {"document": BOOKLET, "title": "", "description": "64 pages, format A5."}),
        ("heading", {"text": "Et maintenant ?", "level": "h2"}),
        ("content_link", {"content": content, "reason": "La même question, posée autour d’une table."}),
        ("questions", {"title": "Questions à discuter", "questions": _QUESTIONS}),
        ("note", {"title": "Comment venir", "text": _NOTE}),
        ("note", {"title": "", "text": "<p>Un encadré peut se passer de titre.</p>"}),
        ("footnotes", {"notes": [f"<p>{note}</p>" for note in _NOTES]}),
    ]
    return BodyBlock().to_python(blocks)


def _pictures(images):
    """The blocks that show images, where there are some (list)."""
    if not images:
        return []
    captioned = {
        "alternative": "Un mur peint",
        "caption": "Le mur de la cour",
        "credit": "le collectif",
    }
    pictures = [{"image": image, "is_decorative": True, "caption": "Le lundi"} for image in images]
    pictures[-1]["caption"] = "Le soir de la fête, après la vaisselle, quand il ne restait que les chaises"
    return [
        ("picture", {"image": images[0], **captioned}),
        ("picture", {"image": images[-1], "is_decorative": True}),
        ("gallery", {"title": "La semaine en images", "pictures": pictures}),
    ]


_OPENING = (
    "<p>Tout est parti d’un tableau : onze colonnes, et pas une pour dire bonjour [1]. Nous l’avons rempli pendant "
    "deux ans, <b>sans en parler</b>, puis nous en avons parlé <i>tout un hiver</i>.</p>"
    '<p>Depuis, nous nous retrouvons chaque mois <a href="/style/">dans l’arrière-salle du café</a>, avec du thé '
    "et le 1<sup>er</sup> de chaque trimestre une tarte. D’autres l’ont fait avant nous [2].</p><hr/>"
    "<p>Voici ce que nous en avons tiré ; servez-vous.</p>"
)
_LISTS = (
    "<ul><li>qui veut parle ;</li><li>qui écoute ne juge pas :<ul><li>ni la personne,</li><li>ni son équipe ;</li></ul>"
    "</li><li>on finit à l’heure.</li></ul>"
    "<ol><li>Lire à voix haute la consigne.</li><li>Souligner les mots que personne n’emploierait chez soi :"
    "<ol><li>« file active »,</li><li>« sorties sèches ».</li></ol></li><li>Les remplacer, puis relire.</li></ol>"
)
_SOURCED = {
    "quotation": "Sans la reconnaissance de la valeur humaine de la folie, c’est l’homme qui disparaît.\n\nC’est dit.",
    "author": "une éducatrice, citant François Tosquelles",
    "source": "assemblée du 12 mars",
    "url": "https://example.org/assemblee/",
}
#: Two that play, one whose host did not answer, one that is not known any more.
_PLAYERS = [
    {
        "address": "https://archive.org/details/theatre-forum",
        "title": "Le même forum, filmé par un autre collectif",
        "description": "Vingt minutes, sans coupe.",
        "transcript": _SPEECH,
    },
    {"address": "https://www.arte.tv/fr/videos/098376-000-A/", "title": "", "description": ""},
    {"address": "https://www.youtube.com/watch?v=AbCdEfGhIjK", "title": "Une assemblée de quartier"},
    {"address": "https://videos.example.org/nuit", "title": "", "description": "Un site que nous ne connaissons pas."},
]
_QUESTIONS = [
    "Qui décide de ce qui est urgent ?",
    "Que ferions-nous, demain matin, sans logiciel, sans projet d’établissement et sans rien à prouver à personne ?",
]
_NOTE = "<p>La porte verte, au fond de la cour.</p><ul><li>Tram A, arrêt Verdun</li><li>une rampe côté jardin</li></ul>"
_NOTES = ["Loi du 2 janvier 2002.", 'Voir <a href="https://example.org/">le récit d’une équipe de Saint-Alban</a>.']
