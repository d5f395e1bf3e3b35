"""The drawing that stands in for a photo."""

import re
from xml.etree import ElementTree

import pytest
from PIL import ImageStat

from core.nebula import draw_nebula
from core.nebula_pixels import paint_nebula
from core.sky import SECTION_HUES, chart_sky

SLUGS = ["la-maison-des-sources", "ecole-du-chemin", "x", "", "é·è – « ! »", "a" * 255, *map(str, range(60))]


def test_same_seed_always_gives_the_same_drawing():
    assert draw_nebula("la-maison-des-sources") == draw_nebula("la-maison-des-sources")


def test_two_seeds_give_two_drawings():
    assert len({draw_nebula(slug) for slug in SLUGS}) == len(SLUGS)


def test_drawing_does_not_change_from_one_version_to_the_next():
    # A page keeps its nebula: people recognise it. Change these numbers only with the drawing itself.
    assert 'd="M32 108L78 133L' in draw_nebula("la-maison-des-sources")


@pytest.mark.parametrize("section", ["", *SECTION_HUES])
def test_drawing_is_small(section):
    assert max(len(draw_nebula(slug, section=section).encode()) for slug in SLUGS) <= 4096
    assert max(len(draw_nebula(slug, 1600, 700, section).encode()) for slug in SLUGS) <= 4096


@pytest.mark.parametrize("slug", SLUGS[:7])
def test_drawing_is_well_formed_and_hidden_from_screen_readers(slug):
    svg = ElementTree.fromstring(draw_nebula(slug))  # noqa: S314 (our own drawing)
    assert svg.get("aria-hidden") == "true"
    assert svg.get("viewBox") == "0 0 640 400"


def test_strict_content_security_policy_lets_it_through():
    drawing = draw_nebula("la-maison-des-sources")
    for forbidden in ("style", "<script", "href", "http", "data:"):
        assert forbidden not in drawing


def test_seed_is_never_written_in_the_page():
    assert "script" not in draw_nebula('"><script>alert(1)</script>')


def test_references_are_its_own_so_that_two_drawings_share_a_page():
    first, second = draw_nebula("un"), draw_nebula("deux")
    names = set(re.findall(r'id="(\w+)"', first))
    assert names == set(re.findall(r"url\(#(\w+)\)", first))
    assert not names & set(re.findall(r'id="(\w+)"', second))


def test_section_tints_the_drawing_and_moves_no_star():
    article, appeal = draw_nebula("un", section="article"), draw_nebula("un", section="appeal")
    assert article != appeal
    assert re.findall("<circle.*?>", article) == re.findall("<circle.*?>", appeal)


def test_every_star_is_inside_the_frame():
    for slug in SLUGS:
        for x, y in re.findall(r'<circle cx="(-?\d+)" cy="(-?\d+)"', draw_nebula(slug)):
            assert 0 < int(x) < 640 and 0 < int(y) < 400


# --- In pixels --------------------------------------------------------------------------------


def test_pixels_are_the_same_drawing():
    image = paint_nebula("la-maison-des-sources", 1280, 800, "initiative")
    assert image.size == (1280, 800)
    for x, y, _radius in chart_sky("la-maison-des-sources", section="initiative").constellation:
        assert min(image.getpixel((round(2 * x), round(2 * y)))) > 230, "a star of the SVG is not there"


def test_another_shape_is_cut_around_its_middle_as_on_a_page():
    whole, wide = paint_nebula("un", 640, 400), paint_nebula("un", 640, 200)
    middle = whole.crop((0, 100, 640, 300))
    assert max(abs(a - b) for a, b in zip(_mean(middle), _mean(wide), strict=True)) < 2


def _mean(image):
    return ImageStat.Stat(image).mean


def test_pixels_do_not_change_from_one_time_to_the_next():
    assert paint_nebula("un", 320, 200).tobytes() == paint_nebula("un", 320, 200).tobytes()


def test_pixels_take_the_tint_of_the_section():
    green, red = _mean(paint_nebula("un", 160, 100, "initiative")), _mean(paint_nebula("un", 160, 100, "appeal"))
    assert green[1] > red[1] + 10 and red[0] > green[0] + 10
