"""The table of docs/redaction.md, « Qui peut faire quoi », walked against the real views."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Site, Workflow

from agenda.models.agenda_page import week_of
from articles.models import ArticleIndexPage
from contributions.models import Contribution, Duty
from contributions.models.duty import today
from core.models import SiteImage, SiteSettings, Theme
from initiatives.models import InitiativeKind
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from members.models import Agreement, ConsentState, Member
from tests.agenda.calendars import calendar, vevent
from tests.factories import make_article, make_image, make_member, upload

pytestmark = pytest.mark.django_db

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "redaction.md"


def table():
    """The rows of the guide (list of (gesture, group, allowed))."""
    rows = re.findall(r"^\| (.+?) \| (oui|non) \| (oui|non) \| (oui|non) \|$", GUIDE.read_text(), re.MULTILINE)
    return [
        (gesture, group, answer == "oui")
        for gesture, *answers in rows
        for group, answer in zip((REDACTION, MODERATION, ADMINISTRATION), answers, strict=True)
    ]


def post(client, name, *args, **data):
    return client.post(reverse(name, args=args), data)


def write_draft(client, member):
    index = ArticleIndexPage.objects.get()
    post(client, "wagtailadmin_pages:add", "articles", "articlepage", index.pk, **article_form(title="Nouveau texte"))
    return Page.objects.filter(title="Nouveau texte", owner=member, live=False).exists()


def article_form(**fields):
    """What the editor posts for a new article."""
    empty_formset = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    formsets = {
        f"{prefix}-{name}": value
        for prefix in ("related_contents", "comments")
        for name, value in empty_formset.items()
    }
    return {
        "title": "Un texte",
        "slug": "un-texte-nouveau",
        "kind": "reflection",
        "summary": "Un résumé.",
        "signed_by": "collective",
        "signature": "le collectif",
        "body-count": 0,
        **formsets,
        **fields,
    }


def edit_other(client, member):
    page = make_article(owner=None)
    post(client, "wagtailadmin_pages:edit", page.pk, **article_form(slug=page.slug, summary="Mieux dit."))
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object().summary == "Mieux dit."


def send_to_review(client, member):
    page = make_article(publish=False, owner=member)
    post(client, "wagtailadmin_pages:edit", page.pk, **article_form(slug=page.slug), **{"action-submit": "1"})
    return ConsentState.objects.exists()


def review_of(author, page_owner):
    page = make_article(publish=False, owner=page_owner)
    page.get_workflow().start(page, author)
    state = page.__class__.objects.get(pk=page.pk).current_workflow_task_state
    return page, state


def agree_to_other(client, member):
    author = make_member("autrice")
    page, state = review_of(author, author)
    post(client, "wagtailadmin_pages:workflow_action", page.pk, f"agree-{state.text_digest}", state.pk)
    return Agreement.objects.filter(member=member).exists()


def agree_to_own(client, member):
    page, state = review_of(member, member)
    post(client, "wagtailadmin_pages:workflow_action", page.pk, f"agree-{state.text_digest}", state.pk)
    return Agreement.objects.filter(member=member).exists()


def object_to_other(client, member):
    author = make_member("autrice")
    page, state = review_of(author, author)
    post(client, "wagtailadmin_pages:workflow_action", page.pk, "object", state.pk, comment="Pas ainsi.")
    return ConsentState.objects.get().status == ConsentState.STATUS_REJECTED


def publish(client, member):
    page = make_article(publish=False, owner=member)
    post(client, "wagtailadmin_pages:edit", page.pk, **article_form(slug=page.slug), **{"action-publish": "1"})
    return Page.objects.get(pk=page.pk).live


def unpublish(client, member):
    page = make_article(owner=member)
    post(client, "wagtailadmin_pages:unpublish", page.pk)
    return not Page.objects.get(pk=page.pk).live


def delete_own_draft(client, member):
    page = make_article(publish=False, owner=member)
    post(client, "wagtailadmin_pages:delete", page.pk)
    return not Page.objects.filter(pk=page.pk).exists()


def delete_published(client, member):
    page = make_article(owner=member)
    post(client, "wagtailadmin_pages:delete", page.pk)
    return not Page.objects.filter(pk=page.pk).exists()


def lock(client, member):
    page = make_article()
    post(client, "wagtailadmin_pages:lock", page.pk)
    return Page.objects.get(pk=page.pk).locked


def make_private(client, member):
    page = make_article()
    post(client, "wagtailadmin_pages:set_privacy", page.pk, restriction_type="login")
    return PageViewRestriction.objects.filter(page=page.pk).exists()


def add_image(client, member):
    client.post(reverse("wagtailimages:add"), {"title": "Un mur", "file": upload()})
    return SiteImage.objects.filter(uploaded_by_user=member).exists()


def edit_other_image(client, member):
    image = make_image(uploaded_by_user=make_member("photographe"))
    post(client, "wagtailimages:edit", image.pk, title="Autre titre")
    image.refresh_from_db()
    return image.title == "Autre titre"


def opens(name, *args):
    """A gesture allowed where its screen opens, refused where it sends back or answers 403."""
    return lambda client, member: client.get(reverse(name, args=args)).status_code == 200


def import_calendar(client, member):
    data = calendar(vevent(title="Venu d’ailleurs"))
    given = client.post(reverse("agenda_import"), {"file": SimpleUploadedFile("a.ics", data)}, follow=True)
    client.post(given.request["PATH_INFO"], {"chosen": ["0"]})
    return Page.objects.filter(title="Venu d’ailleurs", owner=member, live=False).exists()


def add_theme(client, member):
    post(client, "wagtailsnippets_core_theme:add", title="Logement", slug="logement")
    return Theme.objects.exists()


def add_kind(client, member):
    post(client, "wagtailsnippets_initiatives_initiativekind:add", title="Jardin")
    return InitiativeKind.objects.exists()


def add_account(client, member):
    password = "un mot de passe assez long"
    groups = [Group.objects.get(name=REDACTION).pk]
    data = {"username": "nouvelle", "email": "n@example.org", "password1": password, "password2": password}
    client.post(reverse("wagtailusers_users:add"), {**data, "groups": groups})
    return Member.objects.filter(username="nouvelle").exists()


def change_settings(client, member):
    site = Site.objects.get()
    data = {"tagline": "Autrement", "home_country": "FR", "contact_recipients-count": 0, "footer": ""}
    client.post(
        reverse("wagtailsettings:edit", args=["core", "sitesettings", site.pk]), {**data, "social_links-count": 0}
    )
    return SiteSettings.for_site(site).tagline == "Autrement"


def change_review(client, member):
    return client.get(reverse("wagtailadmin_workflows:edit", args=[Workflow.objects.get().pk])).status_code == 200


def make_contribution():
    """Something sent, and the address of its screen."""
    contribution = Contribution.objects.create(
        kind="initiative", answers={"title": "Un lieu"}, consent="publish", licence="by-sa", code_hash="0"
    )
    return contribution, reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])


def read_contribution(client, member):
    return b"Un lieu" in client.get(make_contribution()[1]).content


def accept_contribution(client, member):
    contribution, address = make_contribution()
    client.post(address, {"geste": "accepter"})
    contribution.refresh_from_db()
    return contribution.state == "accepted"


def keep_rota(client, member):
    monday = week_of(today())[0].isoformat()
    post(client, "contributions_rota", premiere=monday, **{f"semaine-{monday}": [member.pk]})
    return Duty.objects.filter(member=member).exists()


GESTURES = {
    "Écrire un brouillon": write_draft,
    "Modifier la page de quelqu’un d’autre": edit_other,
    "Envoyer une page à la relecture": send_to_review,
    "Donner son accord à la page de quelqu’un d’autre": agree_to_other,
    "Donner son accord à sa propre page": agree_to_own,
    "Objecter à la page de quelqu’un d’autre": object_to_other,
    "Publier sans attendre la relecture": publish,
    "Dépublier une page": unpublish,
    "Supprimer son propre brouillon": delete_own_draft,
    "Supprimer une page publiée": delete_published,
    "Verrouiller une page": lock,
    "Rendre une page privée": make_private,
    "Déposer une image": add_image,
    "Modifier l’image de quelqu’un d’autre": edit_other_image,
    "Déposer un document": opens("wagtaildocs:add"),
    "Déposer un son ou une vidéo": opens("wagtailmedia:add", "audio"),
    "Importer un agenda": import_calendar,
    "Choisir un lieu": opens("wagtailsnippetchoosers_core_place:choose"),
    "Ajouter un thème": add_theme,
    "Ajouter un lieu absent du répertoire": opens("wagtailsnippets_core_place:add"),
    "Ajouter une forme d’initiative": add_kind,
    "Lire ce que des personnes ont envoyé": read_contribution,
    "Accepter un envoi": accept_contribution,
    "Tenir les permanences de la modération": keep_rota,
    "Lire les chiffres de la modération": opens("contributions_figures"),
    "Créer un compte": add_account,
    "Changer les réglages du site": change_settings,
    "Changer les règles de la relecture": change_review,
    "Rediriger une ancienne adresse": opens("wagtailredirects:add"),
}


def test_every_row_of_the_guide_is_walked():
    assert {gesture for gesture, _group, _allowed in table()} == set(GESTURES)


@pytest.mark.parametrize(("gesture", "group", "allowed"), table())
def test_who_may_do_what(client, gesture, group, allowed):
    member = make_member("membre", group)
    client.force_login(member)
    assert GESTURES[gesture](client, member) is allowed


def test_somebody_in_no_group_does_not_enter_the_admin(client):
    client.force_login(make_member("passante", group=None))
    assert client.get(reverse("wagtailadmin_home")).status_code != 200
