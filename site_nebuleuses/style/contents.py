"""The contents that the style page shows: one of each kind and state at least, none of which is ever saved."""

import datetime

from django.utils import timezone

from agenda.horizon import horizon
from agenda.models import EventPage, Occurrence
from appeals.models import AppealPage
from articles.models import ArticlePage
from initiatives.models import InitiativeKind, InitiativePage
from resources.models import ResourcePage
from site_nebuleuses.style.stand_ins import BOOKLET, GRENOBLE, TRIESTE, stand_in


def make_contents(images):
    """One content of each kind at least (dict: short name → page), with `images` (list of SiteImage, may be empty)."""
    image = dict(enumerate(images)).get
    place_to_live = InitiativeKind(title="Lieu de vie")
    published = datetime.datetime(2026, 3, 9, 18, tzinfo=datetime.UTC)
    return {
        "initiative": stand_in(
            InitiativePage,
            1,
            "La Maison des voisin·es",
            "Onze personnes sorties de l’hôpital et trois du quartier y tiennent table ouverte depuis quinze ans.",
            kind=place_to_live,
            starts="2011",
            status="alive",
            run_by="co_managed",
            standing="edge",
            verified_on=datetime.date(2026, 9, 14),
            website="https://www.maison-des-voisins.example.org/",
            place=GRENOBLE,
            image=image(0),
            steps=[
                ("step", {"when": "automne 2010", "text": "Une salle prêtée par la paroisse, un repas par semaine."}),
                ("step", {"when": "2011", "text": "Le bail : personne n’en est le gérant, tout le monde en a la clé."}),
                ("step", {"when": "2019", "text": "L’Agence menace de couper. Le quartier vient manger à la Région."}),
            ],
            contacts=[
                ("contact", {"label": "Table ouverte", "details": "Le mardi dès 11 h 30, 4 rue des Arts"}),
                ("contact", {"label": "Accueil", "email": "bonjour@maison-des-voisins.example.org"}),
                ("contact", {"label": "Visites", "url": "https://maison-des-voisins.example.org/venir-nous-voir/"}),
            ],
            partners=[
                ("partner", {"name": "Le cinéma du Square", "url": "https://example.org/square"}),
                ("partner", {"name": "la régie de quartier"}),
            ],
        ),
        "elsewhere": stand_in(
            InitiativePage,
            2,
            "Les portes ouvertes de San Giovanni",
            "À Trieste, on a ouvert l’asile et suivi celles et ceux qui en sortaient, jusque dans la ville.",
            kind=InitiativeKind(title="Service public transformé"),
            starts="vers 1971",
            ends="1980",
            status="ended",
            place=TRIESTE,
        ),
        "article": stand_in(
            ArticlePage,
            3,
            "Ce que compter veut dire",
            "On nous demande des actes. Nous avions des rencontres. Récit d’un tableau qui a mangé une équipe.",
            signed_by="collective",
            signature="L’équipe de nuit du centre Jacques-Prévert",
            source_title="Les Cahiers du dehors, n° 12",
            source_url="https://www.cahiers-du-dehors.example.org/12/",
            source_language="italien",
            translator="Nadia B.",
            reading_minutes=14,
            first_published_at=published,
            image=image(1),
        ),
        "long": stand_in(
            ArticlePage,
            4,
            "Désinstitutionnalisation, contractualisation, responsabilisation : trois grands mots pour dire à chacun·e "
            "de se débrouiller sans nous",
            "Une lecture à plusieurs voix du dernier schéma départemental, avec un crayon rouge et un peu de colère, "
            "par des personnes accompagnées, des familles et des professionnel·les qui ne l’avaient pas demandé mais "
            "qui l’ont lu jusqu’au bout, annexes comprises, et qui en ont tiré quelques questions simples.",
            kind="parliament",
            signed_by="anonymous",
            place=GRENOBLE,
            first_published_at=published,
        ),
        "bare": stand_in(ArticlePage, 5, "Silence", "Deux pages, et aucune de trop.", first_published_at=published),
        "appeal": stand_in(
            AppealPage,
            6,
            "Coordination nationale : trois jours pour reprendre la main",
            "Trente-deux villes se sont retrouvées à Grenoble. Elles appellent à une semaine d’actions en décembre.",
            adopted_by="La coordination nationale du travail social",
            adopted_on=datetime.date(2026, 11, 7),
            adopted_until=datetime.date(2026, 11, 9),
            people_count=1240,
            deadline=timezone.localdate() + datetime.timedelta(days=20),
            booklet=BOOKLET,
            place=GRENOBLE,
            image=image(2),
            calls=[
                (
                    "call",
                    {
                        "title": "Assemblées dans chaque ville",
                        "form": "assembly",
                        "dates": [
                            {"start_date": datetime.date(2026, 12, 1), "start_time": datetime.time(18, 30)},
                            {"start_date": datetime.date(2026, 12, 8), "precision": "from"},
                        ],
                        "venue": "devant le conseil départemental",
                        "text": "<p>Venez avec vos budgets : on les lit <b>à voix haute</b>.</p>",
                    },
                ),
                (
                    "call",
                    {
                        "title": "Écrire aux député·es",
                        "form": "writing",
                        "dates": [{"start_date": datetime.date(2026, 12, 1), "precision": "month"}],
                    },
                ),
            ],
        ),
        "closed": stand_in(
            AppealPage,
            7,
            "Appel aux archives des luttes",
            "Tracts, cassettes, photos : nous cherchons ce qui reste des grèves du travail social.",
            kind="contributions",
            deadline=datetime.date(2019, 6, 30),
        ),
        "answered": stand_in(
            AppealPage,
            8,
            "Un livret à plusieurs mains",
            "Quarante personnes ont écrit, une imprimerie a offert l’encre.",
            kind="projects",
            adopted_on=datetime.date(2018, 11, 8),
            outcome="<p>Le livret est paru : 64 pages, <b>huit cents exemplaires</b>, plus un seul dans le carton.</p>",
        ),
        "event": stand_in(
            EventPage,
            9,
            "Peut-on soigner sans enfermer ?",
            "Une soirée avec celles et ceux qui ont vécu l’isolement, des deux côtés de la porte.",
            kind="debate",
            start_date=datetime.date(2026, 12, 4),
            start_time=datetime.time(18, 30),
            end_time=datetime.time(20),
            place=GRENOBLE,
            venue="Maison des associations",
            address="6 rue Berthe-de-Boissieux",
            online_url="https://example.org/direct",
            organiser_name="le groupe « Sans clé »",
            contact="sans-cle@example.org",
            price="open",
            price_details="de 0 à 12 euros",
            registration_url="https://example.org/inscription",
            step_free="partly",
            accessibility="Boucle magnétique.\n\nUn coin calme et une personne pour y rester avec vous.",
            image=image(3),
        ),
        "cancelled": stand_in(
            EventPage,
            10,
            "Lire un budget sans s’endormir",
            "Une journée, un tableur, et des gens qui savent où regarder.",
            kind="training",
            start_date=datetime.date(2026, 12, 5),
            state="cancelled",
            state_reason="La salle a été reprise par la préfecture.",
            place=GRENOBLE,
        ),
        "postponed": stand_in(
            EventPage,
            11,
            "Projection : « Titicut Follies »",
            "Le film de Frederick Wiseman, puis la parole à la salle.",
            kind="screening",
            start_date=datetime.date(2026, 12, 11),
            start_time=datetime.time(20),
            state="postponed",
            state_reason="Nouvelle date : le 15 janvier.",
            online_url="https://example.org/projection",
        ),
        "repeated": stand_in(
            EventPage,
            17,
            "Groupe Balint du centre-ville",
            "Une situation racontée, et ce qu’elle a fait à qui la raconte.",
            kind="balint",
            start_date=datetime.date(2026, 11, 12),
            start_time=datetime.time(18, 30),
            end_time=datetime.time(20),
            repeats="weekly",
            interval=2,
            months_off=(8,),
            repeats_until=datetime.date(2027, 6, 24),
            exceptions=[
                ("cancelled", {"day": datetime.date(2026, 12, 10), "note": "Grève des transports."}),
                ("moved", {"day": datetime.date(2026, 11, 26), "to_day": datetime.date(2026, 11, 27)}),
            ],
            place=GRENOBLE,
        ),
        "past": stand_in(
            EventPage,
            12,
            "Fête des vingt ans",
            "On a dansé.",
            kind="party",
            start_date=datetime.date(2022, 4, 23),
            end_date=datetime.date(2022, 4, 24),
            place=TRIESTE,
        ),
        "resource": stand_in(
            ResourcePage,
            13,
            "La moindre des choses",
            "À la clinique de La Borde, on répète une pièce de Gombrowicz. Un film qui prend son temps.",
            kind="film",
            creators="Nicolas Philibert",
            year=1997,
            publisher="Les Films d’ici",
            link="https://www.example.org/films/la-moindre-des-choses/",
            document=BOOKLET,
            why="<p>Parce qu’on n’y voit personne être <b>pris en charge</b>.</p>",
            image=image(4),
        ),
    }


def make_dates(contents):
    """The dates of the events and of the appeal among `contents` (list of Occurrence, in order)."""
    dates = []
    for content in (contents[name] for name in ("event", "cancelled", "postponed", "past", "appeal")):
        for date in content.dates(horizon()):
            occurrence = Occurrence.of(content, None, date)
            occurrence.content = content
            dates.append(occurrence)
    return sorted(dates, key=lambda date: date.start)
