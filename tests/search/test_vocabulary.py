"""The words of the five texts that this site exists to publish find, on the example, the page that tells of them.

Each is typed in several spellings, with and without accents, and with a typing error.
"""

from io import StringIO

import pytest
from django.core.management import call_command

LINK = "Faire lien et prendre soin"
COORDINATION = "L’appel de la coordination nationale du social et du médico-social"
CRISIS = "Le travail social dans la crise"
BALINT = "Le groupe Balint d’Alters"
PRAXIS = "L’atelier des praxis sociales"
NEBULEUSES = "Partial et partisan"

TYPED = {
    COORDINATION: [
        "coordination nationale",
        "coordination nationale salarié·e·s",
        "coordination nationale salariées",
        "coordination nationale SALARIE-E-S",
        "coordination du médico-social",
        "coordination medico social",
        "cordination nationale",
        "coordinaton nationale",
        "coordination natoinale",
        "appel coordination",
    ],
    BALINT: [
        "groupe Balint d’Alters",
        "groupes balint alters",
        "Balint praticienne",
        "balint praticien·nes du social",
        "groupe ballint alters",
        "groupe balin alters",
    ],
    PRAXIS: [
        "praxis sociales",
        "praxis sociale",
        "ateliers des praxis",
        "praxi social",
        "parxis sociales",
        "culture de metier educateurs",
        "culture de métier éducatrices",
        "culture de métier éducateur·trice·s",
    ],
    CRISIS: [
        "travail social dans la crise",
        "travail social crise",
        "travailleurs sociaux crise",
        "travailleur·euses sociaux·ales crise",
        "travailleuses sociales crise",
        "travial social crise",
        "traval social crise",
        "travailleurs sociaux Saint-Étienne",
        "travailleurs sociaux saint etienne",
    ],
    LINK: [
        "faire lien prendre soin",
        "faire du lien et prendre soin",
        "Faire liens, prendre soins",
        "recherche-action",
        "recherche action",
        "faire lein prendre soin",
    ],
    NEBULEUSES: ["partial et partisan", "partiale et partisane", "partisan·e·s", "partizan", "PARTISANES"],
}


pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def example(lasting, temporary_media):
    with lasting():
        call_command("load_demo", force=True, stdout=StringIO())


@pytest.mark.django_db
@pytest.mark.parametrize(("title", "typed"), [(title, typed) for title, several in TYPED.items() for typed in several])
def test_it_is_the_first_result(example, client, title, typed):
    contents = client.get("/recherche/", {"q": typed}).context["contents"]
    assert next((content.title for content in contents), "nothing") == title
