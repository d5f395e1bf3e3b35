"""Plain functions that make one thing each; what a test cares about, it passes by name."""

import datetime
from io import BytesIO
from itertools import count
from pathlib import Path

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import GroupPagePermission, Page, Site

from agenda.models import AgendaPage, EventPage
from appeals.models import AppealIndexPage, AppealPage
from articles.models import ArticleIndexPage, ArticlePage
from core.models import Place, SiteImage, SiteMedia, Theme
from home.models import HomePage
from initiatives.models import InitiativeIndexPage, InitiativeKind, InitiativePage
from members.groups import REDACTION
from members.models import Member
from resources.models import ResourceIndexPage, ResourcePage

RECORDINGS = Path(__file__).parent / "contributions" / "recordings"
PASSWORD = "un mot de passe assez long"
numbers = count(1)


def make_member(username, group=REDACTION, **fields):
    member = Member.objects.create_user(username, f"{username}@example.org", PASSWORD, **fields)
    if group:
        member.groups.add(Group.objects.get(name=group))
    return member


def make_theme(title="Logement", **fields):
    return Theme.objects.get_or_create(slug=fields.pop("slug", title.lower()), defaults={"title": title, **fields})[0]


def make_place(name="Nancy", country="FR", **fields):
    values = {"latitude": 48.6844, "longitude": 6.185, "code": f"lieu-{next(numbers)}", **fields}
    return Place.objects.create(name=name, country=country, **values)


def png(width=40, height=30, colour="navy"):
    output = BytesIO()
    Image.new("RGB", (width, height), colour).save(output, "PNG")
    return output.getvalue()


def make_image(title="Un mur peint", content=None, name="mur.png", **fields):
    return SiteImage.objects.create(title=title, file=ContentFile(content or png(), name=name), **fields)


def make_media(name="nuit.mp3", kind="audio", **fields):
    """A sound or a video (`kind`), one second long, named `name`."""
    recording = RECORDINGS / ("clip.mp4" if kind == "video" else "voice.mp3")
    fields = {"title": name, "duration": 5} | fields
    return SiteMedia.objects.create(type=kind, file=ContentFile(recording.read_bytes(), name=name), **fields)


def upload(content=None, name="photo.png", content_type="image/png"):
    return SimpleUploadedFile(name, content or png(), content_type)


def make_initiative(title="La Maison commune", publish=True, owner=None, **fields):
    fields.setdefault("kind", InitiativeKind.objects.get_or_create(title="Lieu de vie")[0])
    return _make(InitiativeIndexPage, InitiativePage, title, publish, owner, fields)


def make_article(title="Penser avec", publish=True, owner=None, **fields):
    fields.setdefault("signature", "un collectif")
    return _make(ArticleIndexPage, ArticlePage, title, publish, owner, fields)


def make_appeal(title="Appel aux villes", publish=True, owner=None, **fields):
    return _make(AppealIndexPage, AppealPage, title, publish, owner, fields)


def make_event(title="Débat public", publish=True, owner=None, **fields):
    fields.setdefault("start_date", datetime.date(2026, 12, 5))
    return _make(AgendaPage, EventPage, title, publish, owner, fields)


def make_resource(title="Un livre", publish=True, owner=None, **fields):
    return _make(ResourceIndexPage, ResourcePage, title, publish, owner, fields)


def close_site():
    """Undoes `open_site`: Wagtail's own welcome page again, and rights that start from the root."""
    root, home, site = Page.objects.get(depth=1), HomePage.objects.get(), Site.objects.get()
    GroupPagePermission.objects.filter(page=home).update(page=root)
    site.root_page = root.add_child(instance=Page(title="Bienvenue", slug="home"))
    site.hostname, site.port, site.site_name = "localhost", 80, ""
    site.save()
    home.delete()


def _make(parent_model, model, title, publish, owner, fields):
    """A page under its index, published through a revision as the editor does, unless `publish` is false."""
    parent = parent_model.objects.get()
    fields.setdefault("summary", f"Deux phrases sur « {title} ».")
    themes = fields.pop("themes", None)
    page = model(title=title, owner=owner, live=False, **fields)
    if themes:
        page.themes = themes
    parent.add_child(instance=page)
    revision = page.save_revision(user=owner)
    if publish:
        revision.publish(user=owner, skip_permission_checks=True)
    page.refresh_from_db()
    return page
