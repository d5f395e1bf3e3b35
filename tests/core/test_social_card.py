"""The picture beside a shared link: what is on it, who may see it, how it is kept."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image, ImageChops
from wagtail.models import Page, PageViewRestriction

from core import social_card
from core.card_picture import HEAVIEST, SIZE, CardWords, draw_card
from core.typesetting import TITLE, Face, set_in
from home.models import HomePage, StandardPage
from initiatives.models import InitiativeIndexPage
from tests.factories import make_article, make_image, make_initiative, png

WORDS = CardWords("La Maison commune", "Lieu de vie", "Nébuleuses", "initiative", "la-maison-commune")


def address(page):
    return reverse("social-card", args=[page.pk])


def opened(content):
    return Image.open(BytesIO(content)).convert("RGB")


def files_of(page):
    folder = Path(settings.MEDIA_ROOT) / social_card.FOLDER / str(page.pk)
    return sorted(folder.iterdir()) if folder.exists() else []


def distance(first, second):
    """The mean difference (0 to 255) of two images."""
    histogram = ImageChops.difference(first, second).convert("L").histogram()
    return sum(level * count for level, count in enumerate(histogram)) / sum(histogram)


# --- The words --------------------------------------------------------------------------------

FACES = [(Face(TITLE, size, 600), lines) for size, lines in ((90, 2), (60, 3))]
TITLES = [
    "Le pain",
    "",
    "mot " * 90,
    "Anticonstitutionnellement" * 9,
    "🌌🌠",
    "مرحبا",
    "Žižek œuvre, ŒUVRE",
    "a\u0301" * 80,
]


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_a_title_of_any_length_holds_in_its_column(title):
    face, lines = set_in(title, 900, FACES)
    assert 1 <= len(lines) <= 3
    assert all(face.length(line) <= 900 for line in lines)


def test_a_short_title_is_large_and_a_longer_one_smaller():
    assert set_in("Le pain", 900, FACES)[0].size == 90
    assert set_in("Une assemblée de quartier qui dure depuis quarante ans", 900, FACES)[0].size == 60


def test_what_does_not_fit_ends_with_an_ellipsis():
    assert set_in("Un titre qui n’en finit pas, " * 9, 900, FACES)[1][-1].endswith("…")


def test_french_signs_stay_with_their_word():
    title = "Et pourtant, qui donc a fermé\xa0? Nous avons dit «\xa0jamais\xa0» assez fort\u202f!"
    for width in range(240, 900, 60):
        for line in set_in(title, width, FACES)[1]:
            assert line[0] not in "?!»" and not line.endswith("«")


def test_what_the_face_cannot_draw_is_left_out_rather_than_boxed():
    assert FACES[0][0].printable("🌌 Žižek\u200d et مرحبا  l’été") == "Žižek et l’été"


# --- The picture ------------------------------------------------------------------------------


def contrast_of_the_words(card):
    """The contrast (WCAG 2.2) of the words' colour with the clearest ground under them, small stars apart."""
    ground = opened(card).crop((0, 400, 1200, 610)).resize((300, 52), Image.Resampling.BOX)
    grounds = sorted(luminance(colour) for colour in ground.get_flattened_data())
    return (luminance((247, 242, 230)) + 0.05) / (grounds[int(len(grounds) * 0.985)] + 0.05)


def luminance(colour):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (band / 255 for band in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


SILENT = CardWords("", "", "", "", "20")


def test_words_can_be_read_over_a_white_photo():
    assert contrast_of_the_words(draw_card(SILENT, Image.new("RGB", (1600, 1200), "white"))) >= 4.5


@pytest.mark.parametrize("number", [6, 20, 56])
def test_words_can_be_read_over_a_nebula(number):
    assert contrast_of_the_words(draw_card(CardWords("", "", "", "", f"p{number}"))) >= 4.5


def test_a_busy_photo_stays_light():
    noise = Image.effect_noise((1300, 800), 90)
    photo = Image.merge("RGB", (noise, noise.rotate(90), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    smoother = photo.resize((650, 400), Image.Resampling.BOX)
    assert len(draw_card(WORDS, smoother)) <= HEAVIEST * 1.5
    assert len(draw_card(WORDS)) <= HEAVIEST


def test_the_focal_point_stays_in_the_picture():
    photo = Image.new("RGB", (1200, 3000), "navy")
    photo.paste("red", (0, 2500, 1200, 2560))
    assert is_red_somewhere(draw_card(SILENT, photo, (0.5, 0.84)))
    assert not is_red_somewhere(draw_card(SILENT, photo, (0.5, 0.1)))


def is_red_somewhere(card):
    return any(red > 60 and green < 30 and blue < 30 for _count, (red, green, blue) in opened(card).getcolors(999_999))


@pytest.mark.parametrize("mode", ["LA", "P", "CMYK", "I;16"])
def test_any_kind_of_pixels_makes_a_card(mode):
    assert opened(draw_card(WORDS, Image.new(mode, (1300, 700)))).size == SIZE


# --- Who may see it ---------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_published_page_has_a_card(client):
    page = make_initiative()
    response = client.get(address(page))
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert opened(response.content).size == SIZE
    assert "public" in response["Cache-Control"] and response["ETag"]
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("model", [HomePage, InitiativeIndexPage])
def test_pages_that_are_no_content_have_one_too(client, model):
    make_initiative()
    assert client.get(address(model.objects.get())).status_code == 200


@pytest.mark.django_db
def test_a_simple_page_has_one_too(client):
    make_initiative()
    assert client.get(address(StandardPage.objects.first())).status_code == 200


@pytest.mark.django_db
def test_a_draft_a_private_page_and_the_root_have_none(client):
    draft, private = make_article(publish=False), make_initiative()
    PageViewRestriction.objects.create(page=private.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    for page in (draft, private, Page.objects.get(depth=1)):
        assert client.get(address(page)).status_code == 404
    assert client.get("/apercu/999999.png").status_code == 404
    assert client.get(f"/apercu/{9**30}.png").status_code == 404


@pytest.mark.django_db
def test_a_card_already_drawn_is_refused_once_its_page_is_private(client):
    page = make_initiative()
    etag = client.get(address(page))["ETag"]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address(page), headers={"if-none-match": etag}).status_code == 404


@pytest.mark.django_db
def test_a_card_asks_the_database_little(client):
    page = make_article(image=make_image(content=png(1400, 800)))
    client.get(address(page))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(address(page))
    assert len(queries) <= 3


# --- How it is kept ---------------------------------------------------------------------------


@pytest.fixture
def page(db):
    page = make_article(image=make_image(content=png(1400, 800, "orange")))
    social_card._remove_cards(f"{social_card.FOLDER}/{page.pk}")  # of an earlier test: keys come back, files stay
    return page


@pytest.fixture
def drawings(monkeypatch):
    """What was drawn (list of CardWords), while the cards are really drawn."""
    drawn = []

    def draw(words, *photo):
        drawn.append(words)
        return draw_card(words, *photo)

    monkeypatch.setattr(social_card, "draw_card", draw)
    return drawn


def test_a_card_is_drawn_once(client, page, drawings):
    first, second = client.get(address(page)), client.get(address(page))
    assert first.content == second.content
    assert len(drawings) == 1
    assert len(files_of(page)) == 1


def test_a_reader_who_has_it_is_told_so(client, page):
    etag = client.get(address(page))["ETag"]
    again = client.get(address(page), headers={"if-none-match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)


def test_a_new_title_is_a_new_card_and_the_old_one_goes(client, page):
    before = client.get(address(page))
    old = files_of(page)
    page.title = "Un tout autre titre"
    page.save_revision().publish()
    after = client.get(address(page))
    assert after["ETag"] != before["ETag"] and after.content != before.content
    assert len(files_of(page)) == 1 and files_of(page) != old


def test_a_new_image_and_a_new_focal_point_are_new_cards(client, page):
    etags = {client.get(address(page))["ETag"]}
    page.image.focal_point_x, page.image.focal_point_y = 10, 10
    page.image.focal_point_width = page.image.focal_point_height = 5
    page.image.save()
    etags.add(client.get(address(page))["ETag"])
    page.image = make_image(content=png(1400, 800, "teal"))
    page.save_revision().publish()
    etags.add(client.get(address(page))["ETag"])
    assert len(etags) == 3
    assert len(files_of(page)) == 1


def test_the_photo_is_on_the_card_and_a_stamp_is_not(client, page):
    card = opened(client.get(address(page)).content)
    red, green, blue = card.getpixel((600, 40))
    assert red > 180 and green > 100 and blue < 60
    stamp = make_article("Timbre", image=make_image(content=png(40, 30, "orange")))
    assert opened(client.get(address(stamp)).content).getpixel((600, 40))[0] < 180


@pytest.mark.parametrize("damage", ["missing", "cut", "not an image"])
def test_an_image_that_cannot_be_read_leaves_the_nebula(client, page, damage):
    path = Path(page.image.file.path)
    content = path.read_bytes()
    path.unlink() if damage == "missing" else path.write_bytes(content[:300] if damage == "cut" else b"GIF? " * 99)
    response = client.get(address(page))
    assert response.status_code == 200
    nebula = opened(draw_card(CardWords(page.title, page.section_label, "Nébuleuses", "article", page.slug)))
    assert distance(opened(response.content), nebula) < 3
    path.write_bytes(content)
    repaired = client.get(address(page))
    assert repaired["ETag"] != response["ETag"], "the photo came back, the card did not"


@pytest.mark.parametrize("rest", [0, 1, 5000])
def test_a_file_that_was_cut_is_drawn_again(client, page, rest):
    whole = client.get(address(page)).content
    file = files_of(page)[0]
    file.write_bytes(whole[:rest])
    assert client.get(address(page)).content == whole
    assert file.read_bytes() == whole


def test_a_process_killed_while_it_writes_leaves_nothing_that_is_served(client, page, monkeypatch):
    def killed(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        client.get(address(page))
    assert not [file for file in files_of(page) if file.suffix == ".png"]
    monkeypatch.undo()
    assert client.get(address(page)).status_code == 200
    assert [file.suffix for file in files_of(page)] == [".png"], "what was left behind is swept"


def test_two_who_ask_at_once_both_get_it(client, page, monkeypatch):
    """The second finishes, and sweeps, while the first is between writing and renaming."""
    save = FileSystemStorage.save

    def save_then_be_swept(storage, name, content):
        saved = save(storage, name, content)
        monkeypatch.undo()
        social_card._remove_cards(f"{social_card.FOLDER}/{page.pk}")
        return saved

    monkeypatch.setattr(FileSystemStorage, "save", save_then_be_swept)
    assert client.get(address(page)).status_code == 200
    assert client.get(address(page)).status_code == 200
    assert len(files_of(page)) == 1


def test_a_full_disk_does_not_take_the_card_away(client, page, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "save", full)
    assert client.get(address(page)).status_code == 200
    assert not files_of(page)


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_a_page_that_is_gone_leaves_no_card(client, page, end):
    client.get(address(page))
    folder = Path(files_of(page)[0]).parent
    getattr(page, end)()
    assert not list(folder.iterdir())
