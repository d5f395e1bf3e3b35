"""Pictures: two formats, known dimensions, made at publication, and nothing broken where a file is gone."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from wagtail.images.models import Filter

from core.models import SiteImage, SiteRendition
from core.signals import make_illustrations
from tests.factories import make_article, make_image, png

pytestmark = pytest.mark.django_db


def test_a_picture_comes_in_two_formats_with_its_dimensions(client):
    make_article(image=make_image(content=png(1600, 1000), description="Un mur"))
    html = client.get("/reflexions/").content.decode()
    assert 'type="image/avif"' in html
    [picture] = re.findall(r"<img ([^>]*)>", html)
    assert {'width="360"', 'height="225"', 'loading="lazy"'} <= set(picture.split())
    assert "sizes=" in html and " 720w" in html


def test_the_picture_of_the_first_screen_does_not_wait(client):
    article = make_article(image=make_image(content=png(1600, 1000), description="Un mur"))
    html = client.get(article.url).content.decode()
    assert 'fetchpriority="high"' in html and 'alt="Un mur"' in html


def test_publication_makes_the_pictures_before_the_first_reader(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image(content=png(1600, 1000, "teal"))
        make_article(image=image, body=[("picture", {"image": image, "is_decorative": True})])
    made = set(image.renditions.values_list("filter_spec", flat=True))
    assert {"fill-360x225|format-avif", "fill-1080x675|format-webp", "width-480|format-avif"} <= made


def test_an_image_whose_file_is_gone_leaves_its_place_to_the_drawing(client):
    image = make_image(description="Un mur")
    article = make_article(image=image, body=[("picture", {"image": image, "is_decorative": True})])
    Path(SiteImage.objects.get(pk=image.pk).file.path).unlink()
    make_illustrations.func(article.pk)
    for address in ("/", "/reflexions/", article.url):
        html = client.get(address).content.decode()
        assert 'class="nebula"' in html and "not-found" not in html, address


def test_what_another_process_made_meanwhile_is_taken_and_no_second_file_is_left():
    image, specs = make_image(content=png(800, 500)), ["width-100|format-webp", "width-200|format-webp"]
    first, second = (
        [image.generate_rendition_instance(Filter(spec), BytesIO(image.file.open().read())) for spec in specs]
        for _process in range(2)
    )
    made, taken = (SiteRendition.objects.bulk_create(ones, ignore_conflicts=True) for ones in (first, second))
    names = sorted(image.renditions.values_list("file", flat=True))
    assert sorted(one.file.name for one in made) == sorted(one.file.name for one in taken) == names
    folder = Path(image.file.path).parent.parent / "images"
    assert sorted(f"images/{path.name}" for path in folder.glob(f"{Path(image.file.name).stem}.*")) == names


def test_who_waited_for_another_makes_nothing(monkeypatch):
    image = make_image(content=png(800, 500))
    made = image.get_renditions("width-100|format-webp", "width-200|format-webp")
    waited = SiteImage.objects.get(pk=image.pk)
    waited.prefetched_renditions = []  # what it saw before
    monkeypatch.setattr(SiteImage, "generate_rendition_file", None)
    found = waited.get_renditions(*made)
    assert {spec: one.file.name for spec, one in found.items()} == {spec: one.file.name for spec, one in made.items()}


def test_a_page_deleted_meanwhile_stops_nothing():
    make_illustrations.func(999_999)
