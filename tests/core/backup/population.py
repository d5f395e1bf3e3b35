"""A small site with something of everything: `python -m tests.core.backup.population`."""

from datetime import timedelta

import django

if __name__ == "__main__":
    django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.contrib.redirects.models import Redirect  # noqa: E402
from wagtail.models import Collection, CollectionViewRestriction, Comment, PageViewRestriction, Site  # noqa: E402

from contributions.models import Act, Attachment, Contribution, Mail, Message  # noqa: E402
from core.models import SiteDocument, SiteMedia  # noqa: E402
from home.sections import open_site  # noqa: E402
from members.groups import MODERATION  # noqa: E402
from members.models import Member, Passkey  # noqa: E402
from search.models import MissedSearch  # noqa: E402
from tests.core.backup.plenty import add_plenty  # noqa: E402
from tests.factories import (  # noqa: E402
    make_appeal,
    make_article,
    make_event,
    make_image,
    make_initiative,
    make_member,
    make_place,
    make_resource,
    make_theme,
    png,
)

TEXT = "L’été, « nous » serons là\u00a0; 🌌 et \u202e\u0085 aussi.\r\n\tC’est \\u0000 dit, 100 % 'sûr' \"oui\"."


def populate():
    open_site("testserver")
    ana, sacha = make_member("ana"), make_member("sacha", MODERATION)
    key = {"credential_id": "AQ", "handle": "Ag", "public_key": bytes(range(256)), "transports": ["usb"]}
    Passkey.objects.create(member=ana, name="Téléphone d’Ana", sign_count=2**32 - 1, **key)
    Member.objects.create_superuser("racine", "racine@example.org", "un mot de passe assez long")
    place, theme = make_place(name="Saint-Étienne"), make_theme()
    image = make_image(credit="Zoë", description="Un mur 🎨")
    image.get_rendition("fill-20x20")
    members = Collection.get_first_root_node().add_child(name="Entre nous")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    make_image("Entre nous", name="entre-nous.png", collection=members).get_rendition("fill-20x20")
    document = SiteDocument.objects.create(title="Notes", file=ContentFile(b"Venez a midi.", name="notes é.txt"))
    SiteDocument.objects.create(title="Privé", collection=members, file=ContentFile(b"Non.", name="prive.txt"))
    sound = SiteMedia(title="Voix", type="audio", duration=1.5, transcript=TEXT)
    sound.file.save("voix.mp3", ContentFile(b"ID3" + b"\0" * 9000), save=False)
    sound.thumbnail.save("affiche.png", ContentFile(png()), save=False)
    sound.save()
    article = make_article(TEXT.strip()[:40], owner=ana, image=image, themes=[theme], place=place)
    offered = {"document": document, "title": "", "description": ""}
    article.body = [("paragraph", f"<p>{TEXT}</p>"), ("document", offered)]
    article.save_revision(user=ana).publish(skip_permission_checks=True)
    article.title = "Un autre titre, encore en brouillon"
    article.save_revision(user=sacha)
    revision = article.get_latest_revision()
    Comment.objects.create(
        page=article, user=sacha, text=TEXT, contentpath="title", position="", revision_created=revision
    )
    review = make_article("En relecture", publish=False, owner=ana)
    review.get_workflow().start(review, ana)
    private = make_initiative(place=place, themes=[theme], owner=sacha)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    public = make_initiative("Une maison ouverte", place=place)
    make_appeal()
    make_event(place=place)
    make_resource()
    Redirect.objects.create(old_path="/vieux", redirect_page=article)
    MissedSearch.objects.create(stems="x", words="x", day=timezone.localdate())
    waiting = _contributions(sacha, review)
    known = {"image": image, "document": document, "sound": sound, "place": place, "theme": theme}
    known |= {
        "page": public,
        "kind": public.kind,
        "group": Group.objects.get(name=MODERATION),
        "site": Site.objects.get(),
    }
    add_plenty(known, ana, sacha, review, waiting)
    last = make_image("À effacer", name="efface.png")
    last.delete()
    article.copy(update_attrs={"slug": "copie", "title": "Copie"}, user=ana).delete()
    SessionStore().create()
    # As it is after a restoration: signals do not tell the index of everything done above.
    call_command("update_index", verbosity=0)


def _contributions(sacha, page):
    answers = {"text": TEXT, "many": ["é", None, 1.5, {"ü": True}]}
    waiting = Contribution.objects.create(kind="texte", code_hash="a", answers=answers, email="z@example.org")
    accepted = Contribution.objects.create(
        kind="initiative", code_hash="b", answers={"title": "Un lieu"}, state="accepted", page=page, taken_by=sacha
    )
    Act.objects.create(contribution=accepted, member=sacha, verb=Act.Verb.ACCEPTED)
    Message.objects.create(contribution=waiting, text=TEXT, is_from_sender=True)
    yesterday = timezone.now() - timedelta(days=1)
    Mail.objects.create(contribution=waiting, purpose=Mail.Purpose.values[0], tried_at=yesterday)
    for owner in (waiting, None):
        attachment = Attachment.objects.create(contribution=owner, label="voix", kind="mp3", size=5, digest="0" * 64)
        (settings.QUARANTINE_ROOT / attachment.name).write_bytes(b"voix " + attachment.name.encode())
    return waiting


if __name__ == "__main__":
    populate()
