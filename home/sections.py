"""The skeleton of a new site: its home page, its five lists, its simple pages."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Page, Site

from agenda.models import AgendaPage
from appeals.models import AppealIndexPage
from articles.models import ArticleIndexPage
from core.context_processors import CONTRIBUTE_SLUG
from home.models import HomePage, StandardPage
from initiatives.models import InitiativeIndexPage
from resources.models import ResourceIndexPage

#: (page type, address, title, introduction), in the order of the menu.
SECTIONS = [
    (
        InitiativeIndexPage,
        "initiatives",
        _("Initiatives"),
        _("Des manières de faire et d’être autrement, d’ici et d’ailleurs, d’hier et d’aujourd’hui."),
    ),
    (
        ArticleIndexPage,
        "reflexions",
        _("Réflexions"),
        _("Des textes pour penser ce que nous faisons : réflexions, témoignages, comptes rendus, traductions."),
    ),
    (
        AppealIndexPage,
        "appels",
        _("Appels"),
        _("Ce à quoi des coordinations, des assemblées et des collectifs nous invitent."),
    ),
    (AgendaPage, "agenda", _("Agenda"), _("Où se rencontrer, débattre, manifester, apprendre.")),
    (ResourceIndexPage, "ressources", _("Ressources"), _("À lire, à voir, à écouter, à utiliser, et pourquoi.")),
]

#: (address, title, one sentence, text).
SIMPLE_PAGES = [
    (
        CONTRIBUTE_SLUG,
        _("Contribuer"),
        _("Un texte, un son, une date, le nom d’un lieu : tout commence par quelqu’un qui l’envoie."),
        _("<p>Dites ici ce que l’on peut vous envoyer, et ce que vous en faites.</p>"),
    ),
    (
        "a-propos",
        _("Qui nous sommes"),
        _("Un collectif, un site partial et partisan."),
        _("<p>Dites ici qui vous êtes et comment vous écrire.</p>"),
    ),
    (
        "charte",
        _("Charte"),
        _("Ce que nous publions, et comment nous en décidons."),
        _(
            "<p>Chaque page est relue : elle paraît quand deux autres membres sont d’accord et que personne n’objecte.</p>"
        ),
    ),
    (
        "credits",
        _("Crédits"),
        _("D’où viennent les lieux et les images."),
        _("<p>Les lieux viennent de GeoNames (CC BY 4.0) et d’Etalab (Licence Ouverte 2.0).</p>"),
    ),
]


@transaction.atomic
def open_site(hostname, port=80, site_name="Nébuleuses"):
    """Creates what is missing of the skeleton and returns the HomePage; what exists is left, but for a new address.

    The simple pages come with the home page only: a collective that deletes one does not want it back.
    """
    root = Page.objects.get(depth=1)
    home = HomePage.objects.first()
    is_new = home is None
    if is_new:
        home = HomePage(
            title=site_name,
            slug="accueil",
            introduction=_(
                "<p>Nous rassemblons des alternatives, des réflexions et des luttes autour du travail social et de la santé.</p>"
            ),
        )
        root.add_child(instance=home)
        home.save_revision().publish()
        # Members start from the home page: above it there is nothing to write.
        GroupPagePermission.objects.filter(page=root).update(page=home)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if site.root_page_id is None or site.root_page.specific_class is not HomePage:
        site.hostname, site.port, site.site_name, site.root_page = hostname, port, site_name, home
        site.save()
    elif (site.hostname, site.port) != (hostname, port):
        # The site has moved: feeds and letters carry whole addresses.
        site.hostname, site.port = hostname, port
        site.save()
    if welcome:
        welcome.delete()
        home = HomePage.objects.get(pk=home.pk)
    for model, slug, title, introduction in SECTIONS:
        if not model.objects.exists():
            _publish(home, model(title=title, slug=slug, introduction=f"<p>{introduction}</p>", show_in_menus=True))
    if is_new:
        for slug, title, introduction, text in SIMPLE_PAGES:
            _publish(home, StandardPage(title=title, slug=slug, introduction=introduction, body=[("text", text)]))
    return home


def _publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
