"""The five texts that the site exists to publish: their structure goes through the editor without loss."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor import Editor

pytestmark = pytest.mark.browser

TOWNS = ["Angers", "Auray", "Compiègne", "Gap", "Grenoble", "Lille", "Paris", "Reims", "Rouen", "Toulouse", "Nancy"]


@pytest.fixture
def editor(sign_in):
    """The editor of a moderator, who publishes at once."""
    return Editor(sign_in("chloe"))


def read(editor, open_page):
    """Publishes, then finds the page as a reader without script does."""
    title = editor.page.input_value("#id_title")
    editor.save().more("Publier")
    editor.page.get_by_text("publiée").first.wait_for()
    reader = open_page(java_script_enabled=False)
    reader.goto("/recherche/")
    reader.get_by_role("searchbox").last.fill(title)
    reader.get_by_role("searchbox").last.press("Enter")
    reader.get_by_role("heading", name=title, exact=True).get_by_role("link").click()
    reader.get_by_role("heading", level=1, name=title).wait_for()
    return reader


def said_by(page):
    """The words of the page (str), in lower case, every space alike."""
    return " ".join(page.locator("main").inner_text().lower().split())


def test_what_the_site_is_for(editor, open_page):
    """000: the call that started it: a partisan text, its list of what can be sent."""
    editor.start("Article").fill(
        title="Rassembler ce qui existe déjà", summary="Pourquoi ce site.", signature="le collectif"
    )
    text = editor.block("Texte")
    editor.write(text, "Envoyez ce que vous avez :", "- des sons", "des photos", "des noms de projets")
    page = read(editor, open_page)
    expect(page.locator("article li, main li").filter(has_text="des noms de projets")).to_have_count(1)
    expect(page.locator("main ul").filter(has_text="des sons")).not_to_have_count(0)


def test_nested_lists(editor, open_page):
    """001: what an association proposes, and the orientations of one of its proposals."""
    editor.start("Initiative").choose(kind="Recherche-action").fill(
        title="Un lieu pour élaborer sa pratique", summary="Un atelier, un groupe Balint, un partage."
    )
    text = editor.block("Texte")
    editor.write(text, "- Un groupe Balint")
    page = editor.page
    for key in ("Enter", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("ne pas interpréter à la place de l’autre")
    page.keyboard.press("Enter")
    page.keyboard.type("refuser les étiquettes")
    for key in ("Enter", "Shift+Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Le partage d’inventions")
    reader = read(editor, open_page)
    nested = reader.locator("main li ul li, main li li")
    expect(nested).to_have_count(2)
    expect(nested.first).to_have_text("ne pas interpréter à la place de l’autre")


def test_questions_a_quotation_and_a_place(editor, open_page):
    """002: a public debate: date, hour, address, town, the questions, and who is quoted."""
    editor.start("Rendez-vous").choose(kind="Débat public").fill(
        title="Travailler dans la crise", summary="Un débat ouvert à toutes et à tous."
    )
    editor.pick_date("start_date", "2027-04-24").fill(
        start_time="09:30", venue="Espace social", address="15 rue du Métier"
    )
    editor.choose_place("st etienne", "Saint-Étienne")
    quotation = editor.block("Citation")
    quotation.locator("textarea").first.fill("Soutenir les initiatives des habitant·es.")
    quotation.locator("input[type=text]").first.fill("un auteur")
    questions = editor.block("Questions à discuter")
    questions.locator("textarea").first.fill("Comment partir des compétences des personnes ?")
    questions.get_by_role("button", name="Ajouter", exact=True).last.click()
    questions.locator("textarea").nth(1).fill("Comment refuser le contrôle ?")
    page = read(editor, open_page)
    assert "samedi 24 avril 2027, 9 h 30" in said_by(page)
    expect(page.locator("main")).to_contain_text("Saint-Étienne")
    expect(page.locator("main li").filter(has_text="?")).to_have_count(2)
    expect(page.locator("main blockquote")).to_contain_text("Soutenir les initiatives des habitant·es.")
    page.goto("/agenda/")
    expect(page.get_by_role("link", name="Travailler dans la crise")).to_be_visible()


def test_a_timeline_and_its_projects(editor, open_page):
    """003: a research-action, its story in years, its partners."""
    editor.start("Initiative").choose(kind="Recherche-action").fill(
        title="Faire lien", summary="Sept projets accompagnés deux ans.", starts="2015"
    )
    for year, text in [("2015", "Un travail exploratoire."), ("2016", "Un appel à projets, sept retenus.")]:
        step = editor.block(stream="steps")
        step.locator("input[type=text]").first.fill(year)
        step.locator("textarea").first.fill(text)
    partner = editor.block(stream="partners")
    partner.locator("input[type=text]").first.fill("une coopérative")
    page = read(editor, open_page)
    steps = page.locator("main li").filter(has_text="20")
    expect(steps.filter(has_text="sept retenus")).to_contain_text("2016")
    expect(page.locator("main")).to_contain_text("une coopérative")


def test_an_appeal_with_eleven_towns_and_dated_calls(editor, open_page):
    """004: a national coordination: who, when, eleven towns, calls with dates and places."""
    editor.start("Appel").fill(
        title="Appel de la coordination", summary="Organisons-nous.", adopted_by="la coordination", people_count="60"
    )
    editor.pick_date("adopted_on", "2018-09-22").pick_date("adopted_until", "2018-09-23")
    editor.choose_towns(TOWNS)
    for title, day, precision in [
        ("Un cortège dans toutes les villes", "2018-10-09", "ce jour-là"),
        ("Continuer la grève", "2018-10-10", "à partir de ce jour"),
        ("Devant les conseils départementaux", "2018-12-01", "dans le mois, sans jour fixé"),
    ]:
        call = editor.block(stream="calls")
        call.locator("input[type=text]").first.fill(title)
        # A block opens slowly where the machine is busy, and its button moves under the pointer.
        call.get_by_role("button", name="Ajouter", exact=True).first.press("Enter")
        call.locator("input[name$='start_date']").first.fill(day)
        call.locator("select[name$='precision']").first.select_option(label=precision)
    page = read(editor, open_page)
    for town in TOWNS:
        expect(page.locator("main").get_by_text(town, exact=True)).to_have_count(1)
    for said in ("du 22 au 23 septembre 2018", "mardi 9 octobre 2018", "à partir du 10 octobre 2018", "décembre 2018"):
        assert said in said_by(page)
    page.goto("/agenda/archives/")
    expect(page.get_by_text("Un cortège dans toutes les villes")).to_be_visible()
