"""The same photo, under names that a system, a shell, a page or a reader could take for something else."""

from functools import partial

from tests.core.test_photos import photo
from tests.hostile.corpus.table import EITHER, IMAGES, NOTHING, TAKEN, family

_TAKEN = [
    (b"../../../../etc/cron.d/x.jpg", "chemin « .. »"),
    (b"/etc/cron.d/x.jpg", "chemin absolu"),
    (b"C:\\Windows\\x.jpg", "chemin de Windows"),
    (b"photo.php.jpg", "double extension"),
    (b"photo.html.jpg", "double extension d’une page"),
    ("photo\u202egpj.exe.jpg".encode(), "marque de droite à gauche"),
    (b"x" * 300 + b".jpg", "300 lettres"),
    ("é".encode() * 200 + b".jpg", "200 lettres accentuées"),
    (b"CON.jpg", "nom réservé de Windows"),
    (b"-rf.jpg", "option d’une commande"),
    (b"$(touch x).jpg", "commande d’un shell"),
    (b"'; DROP TABLE core_siteimage;--.jpg", "SQL"),
    (b"<img src=zqx onerror=zqx()>.jpg", "balise"),
    (b"{{ 1336|add:1 }}zqx.jpg", "gabarit"),
    ("\U0001f3f3\ufe0f\u200d\U0001f308.jpg".encode(), "émoji composé"),
    (b"photo%00.php.jpg", "octet nul, codé"),
    (b"photo.JPG", "extension en capitales"),
    (b"   .jpg", "des blancs"),
]
_EITHER = [
    (b"photo.jpg\x00.php", "octet nul"),
    (b"photo.jpg\r\nX-Zqx: 1", "en-tête"),
    (b".jpg", "rien avant l’extension"),
    (b"photo", "sans extension"),
    (b"photo.jpg.", "point final"),
    (b"photo.jpg::$DATA", "flux de NTFS"),
]
#: No file was sent, for Django: a browser that has chosen none sends the first, and none sends the others.
_NONE = [(b"", "sans nom"), (b"..", "deux points"), (b"\xff\xfe\xfd.jpg", "octets qui ne sont pas de l’UTF-8")]


def _named(rows):
    return [(name, f"nom : {said}", partial(photo, "JPEG")) for name, said in rows]


FILES = [
    *family(IMAGES, *_named(_TAKEN), strangers=TAKEN, members=TAKEN),
    *family(IMAGES, *_named(_EITHER), strangers=EITHER, members=EITHER),
    *family((), *_named(_NONE), strangers=NOTHING),
]
