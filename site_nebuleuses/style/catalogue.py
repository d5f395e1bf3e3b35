"""The catalogue of the style page: its sections, and in each the states of the components."""

from django.conf import settings
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe
from django.utils.text import slugify

from agenda.models import AgendaPage
from agenda.models.agenda_page import groups_of, week_of
from contributions.forms import RevoltForm
from contributions.models import Attachment
from core.cards import Look, cards_of
from core.french import whole
from core.nebula import draw_nebula
from core.reading import render_body
from home.blocks import WordsBlock
from home.composition import Section
from home.models import HomePage
from search.excerpts import excerpt, marked
from site_nebuleuses.style.body import make_body
from site_nebuleuses.style.contents import make_contents, make_dates
from site_nebuleuses.style.search import SampleSearch
from site_nebuleuses.style.specimen import Specimen
from site_nebuleuses.style.stand_ins import ADDRESS, BOOKLET, THEMES, SampleFilter, stand_in

FEED = "/flux.xml"
#: One content of each section, by its name in `make_contents`.
SECTIONS = ("initiative", "article", "appeal", "event", "resource")
EVERYTHING_ASKED = "forme=lieu-de-vie&etat=vivante&theme=logement-et-rue&lieu=fr-38185&annee=2015&tri=titre"


def make_catalogue(images, tokens, request):
    """The sections (list of (title, list of Specimen)); `images` (list of SiteImage) may be empty.

    `tokens` are the design tokens to show (dict: family → names).
    """
    contents = make_contents(images)
    kinds = {"kinds": [(page.section, page.section_label) for page in map(contents.get, SECTIONS)]}
    return [
        ("Couleurs", [Specimen("Celles de la page, puis des rubriques", "style/colours.html", tokens)]),
        ("Caractères", [Specimen("Titres, textes, listes", "style/type.html", tokens)]),
        (
            "Liens et boutons",
            [Specimen("Au repos ; survolez-les, parcourez-les au clavier", "style/controls.html", kinds)],
        ),
        ("États", list(_states(contents))),
        ("Cartes", list(_cards(contents))),
        ("Lignes, dates, accueil", list(_front_page(contents))),
        ("Agenda", [_agenda(contents)]),
        ("Faits", list(_facts(contents))),
        ("Parties d’une page", list(_parts(contents))),
        ("Texte", list(_text(images, contents, request))),
        ("Au bas d’une page", list(_page_end(contents, request))),
        ("Filtres et listes", list(_lists(contents))),
        ("Recherche", list(_search(contents))),
        ("Page perdue", [_lost_page()]),
    ]


def _states(contents):
    for name, key in (("ouvert", "appeal"), ("clos", "closed"), ("clos, avec ses suites", "answered")):
        page = {"page": contents[key]}
        yield Specimen(f"Appel {name}", "appeals/appeal_page.html", page, "under_title", section="appeal")
    for name, key in (("annulé", "cancelled"), ("reporté", "postponed"), ("passé", "past")):
        page = {"page": contents[key]}
        yield Specimen(f"Rendez-vous {name}", "agenda/event_page.html", page, "heading", "content-words", "event")
    for name, key in (("signé", "article"), ("anonyme", "long")):
        page = {"page": contents[key]}
        yield Specimen(f"Article {name}", "articles/article_page.html", page, "under_title", section="article")
    yield Specimen("D’un coup d’œil", "components/glance.html", {"page": contents["elsewhere"]})
    yield Specimen("Fil d’Ariane", "components/breadcrumb.html", {"page": contents["article"]})


def _cards(contents):
    def cards(name, *keys, **options):
        shown = {"contents": [contents[key] for key in keys]}
        return Specimen(name, "components/contents.html", shown | options)

    yield cards("Une de chaque sorte", *SECTIONS)
    yield cards("Sans image", "elsewhere", "answered", "cancelled")
    yield cards("Titre long, et presque rien", "long", "bare")
    yield cards("Par quatre", "article", "past", "bare", "answered")
    yield cards("Dans leur rubrique", "article", "long", "bare", section="article")
    yield cards("La première en tête, sur un téléphone", "initiative", "elsewhere", "article", lead=True)


def _front_page(contents):
    introduction = "<p>Ailleurs, autrefois, à côté : d’autres façons de prendre soin les un·es des autres.</p>"
    home = stand_in(HomePage, 100, "Nébuleuses", slug="accueil", introduction=introduction)
    yield Specimen("L’ouverture", "home/home_page.html", {"page": home}, "hero", "site-header", is_wide=True)
    for name, key in (("À la une, avec une image", "initiative"), ("À la une, sans image", "long")):
        yield Specimen(name, "home/home_page.html", {"featured": contents[key], "rows": []}, "content", is_wide=True)
    yield Specimen("Les rangées", "home/home_page.html", {"rows": _rows(contents)}, "content", is_wide=True)
    yield Specimen("Rien encore", "home/home_page.html", {"rows": [], "featured": None}, "content", is_wide=True)


def _rows(contents):
    def section(layout, title, *items, **options):
        anchor = slugify(f"{layout} {title}")
        return Section(layout, title, list(items), anchor=anchor, **options)

    def of(*keys):
        return [contents[key] for key in keys]

    words = {
        "title": "On se retrouve le premier jeudi",
        "text": "<p>Sans ordre du jour, avec une soupe :</p><ul><li>à Grenoble ;</li><li>bientôt à Trieste.</li></ul>",
        "page": contents["event"],
        "button": "Venir",
    }
    appeals = of("appeal", "closed", "answered")
    agenda = {"more": "event", "more_label": "Tout l’agenda"}
    more = {"more": "initiative", "more_label": "Toutes les initiatives"}
    return [
        [
            section("dates", "Prochaines dates", *make_dates(contents), accent="event", **agenda),
            section("lines", "Appels en cours", *appeals, accent="appeal", with_summary=True),
        ],
        [section("cards", "Initiatives", *of("initiative", "elsewhere"), accent="initiative", **more)],
        [section("words", words["title"], value=WordsBlock().normalize(words))],
        [section("cards", "Logement et rue", *of("article", "resource", "event"), value=THEMES[1])],
        [section("lines", "Ailleurs", *of("elsewhere"), accent="initiative")],
    ]


def _agenda(contents):
    dates = make_dates(contents)
    today = sorted({date.day for date in dates})[1]
    context = {
        "page": stand_in(AgendaPage, 104, "Agenda", introduction="<p>Ce qui vient, ici et ailleurs.</p>"),
        "groups": groups_of(dates),
        "today": today,
        "view": "upcoming",
        "this_week": week_of(today),
        "filter": SampleFilter(),
        "found": f"{len(dates)} dates à venir",
        "feed": FEED,
    }
    return Specimen(
        "Des jours, dont aujourd’hui", "agenda/agenda_page.html", context, "list", "listing wrap", "event", True
    )


def _facts(contents):
    templates = {
        "initiative": "initiatives/initiative_page.html",
        "article": "articles/article_page.html",
        "appeal": "appeals/appeal_page.html",
        "event": "agenda/event_page.html",
        "resource": "resources/resource_page.html",
    }
    for section, template in templates.items():
        page = contents[section]
        context = {"page": page, "whole": contents["elsewhere"], "towns": [page.place] if page.place else []}
        yield Specimen(str(page.section_label), template, context, "facts", "style-narrow", section)
    repeated = contents["repeated"]
    dates = repeated.known_dates
    context = {"page": repeated, "next_dates": dates[:3], "later_dates": dates[3:], "is_in_agenda": True}
    yield Specimen("Rendez-vous qui se répète", "agenda/event_page.html", context, "facts", "style-narrow", "event")
    cancelled = {"page": contents["cancelled"]}
    yield Specimen("Rendez-vous annulé", "agenda/event_page.html", cancelled, "facts", "style-narrow", "event")


def _parts(contents):
    page = contents["initiative"]
    lists = {name: [block.value for block in getattr(page, name)] for name in ("steps", "contacts", "partners")}
    yield Specimen(
        "Histoire et contacts", "initiatives/initiative_page.html", lists, "after_body", "content-main", "initiative"
    )
    appeal = {"page": contents["appeal"], "calls": contents["appeal"].calls_to_action}
    yield Specimen("Ce à quoi on appelle", "appeals/appeal_page.html", appeal, "after_body", "content-main", "appeal")
    alone = {"page": contents["appeal"], "calls": appeal["calls"][:1]}
    yield Specimen("Une seule action", "appeals/appeal_page.html", alone, "after_body", "content-main", "appeal")
    outcome = {"page": contents["answered"]}
    yield Specimen("Suites d’un appel", "appeals/appeal_page.html", outcome, "before_body", "content-main", "appeal")
    resource = {"page": contents["resource"]}
    yield Specimen("Recommandation", "resources/resource_page.html", resource, "before_body", "", "resource")


def _text(images, contents, request):
    event = contents["event"]
    body = render_body(make_body(images, event), {"request": request, "readable": {event.pk}})
    yield Specimen("Sommaire, puis tous les blocs", "style/prose.html", {"body": body}, section="article")


def _page_end(contents, request):
    yield Specimen("Thèmes", "components/themes.html", {"themes": THEMES})
    yield Specimen("Faire passer", "components/share.html", {"page": contents["article"]})
    shown = [contents[key] for key in ("resource", "elsewhere", "postponed")]
    related = {"related": [cards_of(request).write(request, content, Look()) for content in shown]}
    yield Specimen("À lire également", "core/content_page.html", related, "after_content", is_wide=True)


def _lists(contents):
    def filter_form(name, query):
        context = {"filter": SampleFilter(query), "form_label": "Filtrer cette liste"}
        return Specimen(name, "components/filter.html", context)

    yield filter_form("Filtre vide", "")
    yield filter_form("Filtre rempli", EVERYTHING_ASKED)
    yield filter_form("Filtre mal rempli", "lieu=nulle-part&annee=abc")
    period = {"name": "du", "label": "À partir du", "value": "2026-12-01", "error": ""}
    yield Specimen("Un jour", "components/day_field.html", period)
    form = RevoltForm({"link": "rien", "consent": ""})
    for name, field in (("Un texte à écrire", "text"), ("Une ligne mal remplie", "link"), ("Un choix", "consent")):
        yield Specimen(name, "components/form_field.html", {"field": form[field]}, setting="sending")
    files = {"field": form["attachments"], "has_room": True, "limits": settings.FILE_LIMITS.in_words}
    came = [Attachment(label="IMG_2041.jpg", kind="jpeg", size=1_400_000, name="0" * 32)]
    yield Specimen("Des fichiers", "components/files_field.html", files | {"received": came}, setting="sending")
    one_order = {"filter": SampleFilter(orders=(), filters=()), "form_label": "Rechercher sur le site"}
    yield Specimen("Filtre d’une liste simple", "components/filter.html", one_order)
    asked, bar = SampleFilter(EVERYTHING_ASKED), "components/list_bar.html"
    yield Specimen("En tête d’une liste", bar, {"filter": SampleFilter(), "found": "42 initiatives", "feed": FEED})
    yield Specimen("Filtres actifs", bar, {"filter": asked, "found": "3 initiatives sur 42", "feed": FEED})
    for name, pages, number in (("deux pages", 2, 1), ("début", 9, 1), ("milieu", 9, 5), ("fin", 9, 9)):
        context = {"contents": Paginator(range(pages), 1).get_page(number), "filter": asked}
        yield Specimen(f"Pages : {name}", "components/pagination.html", context)
    yield Specimen("Rien ne correspond", "components/no_match.html", {"filter": asked})
    nothing = {"message": "Rien n’est encore publié ici.", "page": contents["bare"]}
    yield Specimen("Rien encore", "components/nothing_yet.html", nothing)


def _search(contents):
    def list_of(name, search, *found):
        context = {"filter": search, "contents": Paginator(found, 12).get_page(1)}
        return Specimen(name, "search/search.html", context, "list", "listing wrap", is_wide=True)

    found = [contents["initiative"], contents["article"], contents["event"]]
    words = SampleSearch("travailleurs sociaux")
    for content in found:
        content.found_title = marked(whole(content.title), words.answers.query.spellings)
        content.excerpt = excerpt("Des travailleur·euses sociaux·ales racontent.", words.answers.query.units)
    contents["article"].found_in = BOOKLET
    yield Specimen("Ce que l’on cherche", "components/search_form.html", {"filter": words})
    yield list_of("Facettes et résultats", words, *found)
    yield list_of("Corrigée", SampleSearch("travaileurs", read="travailleurs"), *found[:1])
    yield list_of("Pas tous les mots", SampleSearch("lutte xylophone", lacks=True), *found[:1])
    yield list_of("Autre écriture proposée", SampleSearch("soinn", proposed="soin"), *found[:1])
    yield list_of("Sans réponse", SampleSearch("xylophone"))
    yield list_of("Rien avec ces filtres", SampleSearch("soin", found=[None]))


def _lost_page():
    sky = mark_safe(draw_nebula(ADDRESS, 1600, 700))  # noqa: S308 (numbers only, no text)
    return Specimen("Erreur 404", "404.html", {"sky": sky}, "content", is_wide=True)
