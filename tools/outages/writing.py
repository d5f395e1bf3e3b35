"""What contributors send, and what is left of it where it could not be written."""

from io import BytesIO

from PIL import Image

from tools.outages.people import hidden_fields

#: What somebody took time to write.
WORDS = "Nous avons écrit cela à trois, pendant une nuit de garde."
_CHOICES = {"signed_by": "nobody", "consent": "publish", "licence": "by-sa"}
#: Files without a row, rows without a file, in the library and in quarantine; the youngest are counted too.
_HALF = """
import time
from core.media_check import look
found = look(time.time() + 7200)
print("\\n".join([*found.orphans, *map(str, found.missing), *found.quarantine_orphans, *found.quarantine_missing]))
"""


def half_written(site):
    """What is in only one of the two (list of str), on a Deployment."""
    return site.asked(_HALF).splitlines()


def send_text(visitor):
    return visitor.fill("/contribuer/texte/", text=WORDS, **_CHOICES)


def send_message(visitor):
    return visitor.fill("/contact/", subject="Bonjour", text=WORDS)


def send_photo(visitor):
    photo = [("attachments", "photo.jpg", _photo())]
    return visitor.fill("/contribuer/photos/", photo, recognisable=WORDS, **_CHOICES)


def send_file_ahead(visitor):
    form = hidden_fields(visitor.get("/contribuer/photos/").text)
    return visitor.post("/contribuer/fichiers/", form, [("attachments", "photo.jpg", _photo())])


def sends(site):
    """The ways to send something (dict: name → callable of a Visitor) that a full disk closes on a Deployment."""
    ways = {"une photo": send_photo}
    return ways | {"un texte": send_text, "un message": send_message} if site.is_sqlite else ways


def _photo():
    content = BytesIO()
    Image.effect_noise((900, 900), 80).convert("RGB").save(content, "JPEG", quality=95)
    return content.getvalue()
