"""Faces covered for good: what is painted, who may, what is left on the disk, and when the process is killed."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from wagtail.images.models import SourceImageIOError
from wagtail.models import Collection, GroupCollectionPermission, ModelLogEntry

from core import gone_files, photos
from core.illustrations import illustrate
from core.masking.applying import NotMasked, apply_masks, pages_showing
from core.masking.forms import MOST_MASKS
from core.masking.masks import COLOUR_STEP, MOST_BLOCKS, Mask, Outline, Style, painted
from core.models import FileToErase, People, SiteImage, SiteRendition
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from tests.browser.conftest import own_database
from tests.core.killed_masking import INSTANTS
from tests.core.portraits import portrait, reds, written
from tests.factories import make_article, make_image, make_member, upload

ROOT = Path(__file__).resolve().parents[2]
FACE = Mask(Outline.ELLIPSE, 0.25, 0.25, 0.5, 0.5)
SQUARE = Mask(Outline.RECTANGLE, 0.25, 0.25, 0.5, 0.5)

# --- Painting ---------------------------------------------------------------------------------

shares = st.floats(0, 0.999)
masks = st.builds(
    Mask,
    st.sampled_from(Outline),
    shares,
    shares,
    st.floats(0.001, 1),
    st.floats(0.001, 1),
)
sizes = st.tuples(st.integers(1, 90), st.integers(1, 90))
modes = st.sampled_from(["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "I;16", "I", "F", "YCbCr"])


def noise(size, seed=0, mode="RGB"):
    """An image without two points alike."""
    count = size[0] * size[1] * 3
    content = hashlib.shake_128(str((seed, size)).encode()).digest(count)
    image = Image.frombytes("RGB", size, content)
    if mode in {"I;16", "I", "F"}:
        return image.convert("L").convert("I").point(lambda value: value * 257).convert(mode)
    if mode in {"PA", "LA"}:
        return image.convert("RGBA").convert(mode if mode == "LA" else "P").convert(mode)
    return image.convert(mode)


def covered(mask, size):
    """What a mask covers of an image of `size` (Image of mode "L", white where covered)."""
    image = Image.new("L", size)
    image.paste(255, mask.box(size), mask.stencil(size))
    return image


@given(masks, sizes)
def test_what_is_inside_the_shape_is_covered_whatever_its_size(mask, size):
    stencil = covered(mask, size)
    left, top, right, bottom = mask.box(size)
    assert 0 <= left < right <= size[0] and 0 <= top < bottom <= size[1]
    middle, radius = ((left + right) / 2, (top + bottom) / 2), ((right - left) / 2, (bottom - top) / 2)
    for x in range(left, right):
        for y in range(top, bottom):
            away = ((x + 0.5 - middle[0]) / radius[0]) ** 2 + ((y + 0.5 - middle[1]) / radius[1]) ** 2
            if mask.outline == Outline.RECTANGLE or away <= 0.85:
                assert stencil.getpixel((x, y)) == 255


@given(st.lists(masks, min_size=1, max_size=4), sizes, st.integers(0, 3))
def test_two_photos_that_differ_only_under_filled_masks_become_the_same(shapes, size, seed):
    first, second = noise(size, seed), noise(size, seed)
    for mask in shapes:
        second.paste(noise(size, seed + 9).crop(mask.box(size)), mask.box(size), mask.stencil(size))
    assert painted(first, shapes, Style.FILLED).tobytes() == painted(second, shapes, Style.FILLED).tobytes()


@given(st.lists(masks, min_size=1, max_size=3), sizes, st.sampled_from(Style))
def test_what_is_beside_the_masks_does_not_change(shapes, size, style):
    before, after = noise(size), painted(noise(size), shapes, style)
    beside = Image.new("L", size, 255)
    for mask in shapes:
        beside.paste(0, mask.box(size), mask.stencil(size))
    black = Image.new("RGB", size)
    assert Image.composite(before, black, beside).tobytes() == Image.composite(after, black, beside).tobytes()


@given(masks, sizes, st.integers(0, 3))
def test_a_pixelated_mask_keeps_a_few_rounded_colours_and_nothing_else(mask, size, seed):
    """Its blocks are made of means alone: the same photo, made of those means, gives the same one."""
    photo = painted(noise(size, seed), [mask], Style.PIXELATED)
    left, top, right, bottom = mask.box(size)
    square = Mask(Outline.RECTANGLE, mask.left, mask.top, mask.width, mask.height)
    part = painted(noise(size, seed), [square], Style.PIXELATED).crop((left, top, right, bottom))
    colours = part.getcolors(part.width * part.height)
    assert len(colours) <= MOST_BLOCKS**2
    assert all(value % COLOUR_STEP == 0 or value == 255 for _count, colour in colours for value in colour)
    stencil = mask.stencil(size)
    under = Image.composite(photo.crop(mask.box(size)), part, stencil)
    assert under.tobytes() == part.tobytes()


def test_points_may_change_places_in_a_block_and_nothing_tells():
    size = (64, 64)
    first = noise(size)
    second = first.copy()
    for x in range(0, 64, 16):
        for y in range(0, 64, 16):
            block = (x, y, x + 16, y + 16)
            second.paste(first.crop(block).transpose(Image.Transpose.ROTATE_180), block)
    whole = [Mask(Outline.RECTANGLE, 0, 0, 1, 1)]
    assert first.tobytes() != second.tobytes()
    assert painted(first, whole, Style.PIXELATED).tobytes() == painted(second, whole, Style.PIXELATED).tobytes()


def test_a_small_pixelated_mask_is_one_colour():
    photo = painted(noise((20, 20)), [Mask(Outline.RECTANGLE, 0, 0, 1, 1)], Style.PIXELATED)
    assert len(photo.getcolors()) == 1


@given(modes, st.sampled_from(Style), masks)
def test_every_mode_is_painted_and_opaque(mode, style, mask):
    photo = painted(noise((24, 18), mode=mode), [mask], style)
    shown = photo.convert("RGBA")
    black = Image.new("RGBA", shown.size, (0, 0, 0, 255))
    under = Image.composite(shown, black, covered(mask, shown.size))
    assert under.getchannel("A").getextrema() == (255, 255)
    if style == Style.FILLED:
        assert max(high for _low, high in under.convert("RGB").getextrema()) == 0


def test_sixteen_bits_keep_their_greys():
    grey = Image.new("I;16", (20, 20), 0x8000)
    assert painted(grey, [Mask(Outline.RECTANGLE, 0, 0, 0.5, 1)], Style.FILLED).getpixel((15, 5)) == 0x80


# --- Files ------------------------------------------------------------------------------------


def holed():
    """A PNG in which black means « transparent »."""
    return written(portrait(), "PNG", transparency=(0, 0, 0))


def animation(image_format):
    frames = [ImageChops.offset(portrait(), 4 * number) for number in range(3)]
    for number, frame in enumerate(frames):  # seen beside the mask: frames that are alike become one
        frame.paste((240, 240, 240), (20 * number, 0, 20 * number + 10, 10))
    return written(frames[0], image_format, save_all=True, append_images=frames[1:], duration=90)


KINDS = {
    "jpeg": (written(portrait(), "JPEG"), "a.jpg"),
    "grey jpeg": (written(portrait("L"), "JPEG"), "a.jpg"),
    "cmyk jpeg": (written(portrait("CMYK"), "JPEG"), "a.jpg"),
    "png": (written(portrait(), "PNG"), "a.png"),
    "png with holes": (written(portrait("RGBA"), "PNG"), "a.png"),
    "png with a colour for holes": (holed(), "a.png"),
    "palette": (written(portrait().quantize(8), "PNG"), "a.png"),
    "one bit": (written(portrait("1"), "PNG"), "a.png"),
    "sixteen bits": (written(portrait("L").convert("I").point(lambda v: v * 257).convert("I;16"), "PNG"), "a.png"),
    "webp": (written(portrait(), "WEBP"), "a.webp"),
    "avif": (written(portrait(), "AVIF"), "a.avif"),
    "gif": (written(portrait(), "GIF"), "a.gif"),
    "moving gif": (animation("GIF"), "a.gif"),
    "moving webp": (animation("WEBP"), "a.webp"),
    "moving png": (animation("PNG"), "a.png"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_is_masked_in_all_its_frames_and_stays_what_it_is(kind):
    content, name = KINDS[kind]
    mask = Mask(Outline.ELLIPSE, 0.2, 0.2, 0.65, 0.6)
    file = photos.cleaned(ContentFile(content, name=name), change=lambda one: painted(one, [mask], Style.FILLED))
    with Image.open(BytesIO(content)) as before, Image.open(file) as after:
        assert (after.size, after.format) == (before.size, before.format)
        assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1)
        for number in range(getattr(after, "n_frames", 1)):
            after.seek(number)
            red, green, blue, alpha = after.convert("RGBA").getpixel((120, 90))
            assert max(red, green, blue) <= 12 and alpha == 255
    file.seek(0)
    assert reds(file.read()) == 0


# --- The photo of the site --------------------------------------------------------------------


def make_portrait(size=(240, 180), **fields):
    return make_image("Une réunion", written(portrait(size=size), "JPEG"), "reunion.jpg", **fields)


def on_disk():
    return {path: path.read_bytes() for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


@pytest.fixture
def own_media(tmp_path, settings):
    """A library of its own: what other tests have left is not looked at."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def show_everywhere(client, image):
    """Everything that the site makes of a photo: an article, its renditions, its social card, the admin's pictures."""
    article = make_article(image=image)
    for use in ("card", "content", "picture"):
        illustrate(image, use)
    image.get_rendition("original")
    assert client.get(reverse("social-card", args=[article.pk])).status_code == 200
    return article


@pytest.mark.django_db
def test_nothing_of_the_former_photo_is_left_on_the_disk(client, own_media, django_capture_on_commit_callbacks):
    image = make_portrait(
        (1200, 900), focal_point_x=600, focal_point_y=450, focal_point_width=60, focal_point_height=60
    )
    article = show_everywhere(client, image)
    before = on_disk()
    assert len(before) > 10 and any("apercus" in str(path) for path in before)
    assert [str(path) for path, content in before.items() if not reds(content)] == []

    with django_capture_on_commit_callbacks(execute=True):
        apply_masks(image, [FACE], Style.FILLED, make_member("ana"))

    after = on_disk()
    assert not {hashlib.sha256(one).digest() for one in before.values()} & {
        hashlib.sha256(one).digest() for one in after.values()
    }
    assert not set(before) & set(after)
    assert [str(path) for path, content in after.items() if reds(content)] == []
    # Only what would be drawn at that very instant is waited for.
    assert [row.path for row in FileToErase.objects.all()] == [gone_files.cards_of(image)]

    masked = SiteImage.objects.get(pk=image.pk)
    content = masked.file.read()
    assert (masked.file_size, masked.file_hash) == (len(content), hashlib.sha1(content).hexdigest())  # noqa: S324
    assert (masked.width, masked.height, masked.focal_point_x) == (1200, 900, 600)
    assert client.get(reverse("social-card", args=[article.pk])).status_code == 200
    html = client.get(article.get_url()).content.decode()
    assert "masque-" in html and "reunion" not in html
    assert not any(reds(content) for content in on_disk().values())
    entry = ModelLogEntry.objects.get(action="core.mask_image")
    assert (entry.user.username, entry.object_id, entry.message) == ("ana", str(image.pk), "1 masque appliqué")


@pytest.mark.django_db
def test_pictures_of_published_pages_are_made_again_at_once(own_media, django_capture_on_commit_callbacks):
    image = make_portrait()
    article = make_article(image=image)
    assert list(pages_showing(image).values_list("pk", flat=True)) == [article.pk]
    with django_capture_on_commit_callbacks(execute=True):
        apply_masks(image, [FACE], Style.FILLED, None)
    assert SiteRendition.objects.filter(image=image, filter_spec="fill-360x225|format-avif").exists()


@pytest.mark.django_db
def test_a_photo_replaced_meanwhile_is_left_alone():
    seen = make_portrait()
    mine = SiteImage.objects.get(pk=seen.pk)
    apply_masks(mine, [FACE], Style.FILLED, None)
    masked = SiteImage.objects.get(pk=seen.pk).file.name
    files = set(on_disk())
    with pytest.raises(NotMasked):  # a double click, or somebody else
        apply_masks(seen, [FACE], Style.FILLED, None)
    assert SiteImage.objects.get(pk=seen.pk).file.name == masked
    assert set(on_disk()) <= files


@pytest.mark.django_db
def test_a_missing_file_is_said(own_media):
    image = make_portrait()
    os.remove(image.file.path)
    with pytest.raises(NotMasked, match="ne peut pas être lu"):
        apply_masks(SiteImage.objects.get(pk=image.pk), [FACE], Style.FILLED, None)


@pytest.mark.django_db
def test_a_reader_who_makes_a_rendition_meanwhile_keeps_nothing_of_the_former(own_media):
    """Its picture was read before the masking, and is stored after it."""
    image = make_portrait()
    reader = SiteImage.objects.get(pk=image.pk)
    late = reader.generate_rendition_instance(
        reader.get_rendition_model()(filter_spec="width-100").filter, BytesIO(reader.file.read())
    )
    others = reader.generate_rendition_file(late.filter)
    apply_masks(image, [FACE], Style.FILLED, None)
    with pytest.raises(SourceImageIOError):
        SiteRendition.objects.bulk_create([late], ignore_conflicts=True)
    with pytest.raises(SourceImageIOError):
        reader.renditions.get_or_create(filter_spec="width-100", focal_point_key="", defaults={"file": others})
    assert not SiteRendition.objects.filter(filter_spec="width-100").exists()
    folder = Path(settings.MEDIA_ROOT) / "images"
    assert not folder.exists() or not any(reds(path.read_bytes()) for path in folder.iterdir())


@pytest.mark.django_db
def test_wagtails_own_replacement_leaves_nothing_either(client, own_media, django_capture_on_commit_callbacks):
    image = make_portrait((1200, 900))
    article = show_everywhere(client, image)
    client.force_login(make_member("chloe", MODERATION))
    fields = {
        "title": "Autre",
        "collection": image.collection_id,
        "people": People.AGREED,
        "tags": "",
        "file": upload(),
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("wagtailimages:edit", args=[image.pk]), fields)
    assert response.status_code == 302
    assert SiteImage.objects.get().people == People.AGREED
    assert not any(reds(content) for content in on_disk().values())
    assert client.get(article.get_url()).status_code == 200


# --- What is to be erased ---------------------------------------------------------------------


def a_file(path, content=b"ancien"):
    return default_storage.save(path, ContentFile(content))


@pytest.mark.django_db
def test_a_disk_that_refuses_is_tried_again(own_media, monkeypatch):
    path = a_file("original_images/a.jpg")
    FileToErase.objects.create(path=path)

    def refuse(name):
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(default_storage, "delete", refuse, raising=False)
        with pytest.raises(CommandError, match="1"):
            call_command("erase_files", verbosity=0)
    assert FileToErase.objects.exists()
    call_command("erase_files", verbosity=0)
    assert not default_storage.exists(path) and not FileToErase.objects.exists()


@pytest.mark.django_db
def test_whoever_took_the_name_of_an_erased_file_keeps_theirs(own_media):
    FileToErase.objects.create(path="original_images/mur.png", written_at=timezone.now() - timedelta(days=1))
    image = make_image(name="mur.png")
    unknown = a_file("original_images/en-cours.png")
    FileToErase.objects.create(path=unknown, written_at=timezone.now() - timedelta(days=1))
    assert gone_files.erase_due() == 1
    assert default_storage.exists(image.file.name) and default_storage.exists(unknown)
    gone_files.erase_due(timezone.now() + timedelta(hours=2))
    assert not default_storage.exists(unknown) and not FileToErase.objects.exists()


@pytest.mark.django_db
def test_renditions_that_no_row_knows_go_after_an_hour(own_media):
    image = make_portrait()
    kept = image.get_rendition("width-100").file.name
    lost = a_file("images/reunion.width-200.jpg")
    assert gone_files.sweep_renditions() == 0
    assert gone_files.sweep_renditions(timezone.now() + timedelta(hours=2)) == 1
    assert default_storage.exists(kept) and not default_storage.exists(lost)


@pytest.mark.django_db
def test_a_card_that_was_being_drawn_goes_an_hour_later(own_media):
    image = make_portrait()
    apply_masks(image, [FACE], Style.FILLED, None)
    late, other = a_file(f"apercus/7/{image.pk}-abc.png"), a_file(f"apercus/7/{image.pk}1-abc.png")
    gone_files.erase_due()
    gone_files.erase_due(timezone.now() + timedelta(hours=2))
    assert not default_storage.exists(late) and default_storage.exists(other)


# --- The screen -------------------------------------------------------------------------------


def drawn(*rows, step="", seen="", style="filled", **others):
    """What the screen posts; a row is (outline, left, top, width, height)."""
    names = ("outline", "left", "top", "width", "height")
    data = {"masque-TOTAL_FORMS": len(rows), "masque-INITIAL_FORMS": 0, "etape": step, "seen": seen, "style": style}
    for number, row in enumerate(rows):
        data |= {f"masque-{number}-{name}": value for name, value in zip(names, row, strict=True)}
    return data | others


ROW = ("ellipse", "25", "25", "50", "50")


@pytest.fixture
def screen(client, db, own_media):
    """A function that posts to the screen of a photo, by its author; its `image`."""
    member = make_member("ana", REDACTION)
    client.force_login(member)
    image = make_portrait(uploaded_by_user=member)

    def post(*rows, **data):
        return client.post(reverse("masking", args=[image.pk]), drawn(*rows, **{"seen": image.file.name} | data))

    post.image = image
    return post


def is_masked(image):
    return "masque-" in SiteImage.objects.get(pk=image.pk).file.name


def test_one_draws_looks_then_applies(screen, client):
    image = screen.image
    edit = reverse("wagtailimages:edit", args=[image.pk])
    assert reverse("masking", args=[image.pk]) in client.get(edit).content.decode()
    assert client.get(reverse("masking", args=[image.pk])).status_code == 200
    looked = screen(ROW, ("ellipse", "", "", "", "")).content.decode()
    assert "<ellipse" in looked and "ne se défait pas" in looked and "Aucune page publiée" in looked
    assert not is_masked(image)
    assert 'value="25"' in screen(ROW, step="dessiner").content.decode()
    response = screen(ROW, step="appliquer")
    assert response.url == edit and is_masked(image)


def test_a_second_click_does_nothing_and_says_so(screen, client):
    screen(ROW, step="appliquer")
    name = SiteImage.objects.get().file.name
    response = screen(ROW, step="appliquer")
    assert SiteImage.objects.get().file.name == name
    assert "Cette photo a changé" in client.get(response.url).content.decode()


def test_how_many_places_change_is_said_before(screen):
    make_article(image=screen.image)
    assert "à l’endroit du site qui la montre" in screen(ROW).content.decode()


def test_the_same_photo_elsewhere_in_the_library_is_said(screen, client):
    make_portrait()
    assert (
        "encore une fois dans la médiathèque" in client.get(reverse("masking", args=[screen.image.pk])).content.decode()
    )


REFUSED = [
    ([], {}, "Dessinez au moins un masque"),
    ([("ellipse", "", "", "", "")], {}, "Dessinez au moins un masque"),
    ([("ellipse", "nan", "1", "5", "5")], {}, "Écrivez un nombre"),
    ([("ellipse", "inf", "1", "5", "5")], {}, "Écrivez un nombre"),
    ([("ellipse", "1e999", "1", "5", "5")], {}, "Écrivez un nombre"),
    ([("ellipse", "-1", "1", "5", "5")], {}, "plus grand, entre 0 et 100"),
    ([("ellipse", "1", "101", "5", "5")], {}, "plus petit, entre 0 et 100"),
    ([("ellipse", "1", "100", "5", "5")], {}, "hors de la photo"),
    ([("ellipse", "1", "1", "0", "5")], {}, "plus grand, entre 0 et 100"),
    ([("ellipse", "1", "", "5", "5")], {}, "Complétez cette ligne"),
    ([("étoile", "1", "1", "5", "5")], {}, "étoile"),
    ([ROW], {"style": "flou"}, "flou"),
    ([ROW], {"seen": ""}, "Masquer"),
    ([ROW] * (MOST_MASKS + 1), {}, "50 masques au plus"),
    ([ROW], {"masque-TOTAL_FORMS": "10000"}, "50 masques au plus"),
    ([ROW], {"masque-TOTAL_FORMS": "beaucoup"}, "Dessinez au moins un masque"),
    ([ROW], {"masque-TOTAL_FORMS": "-3"}, "Dessinez au moins un masque"),
]


@pytest.mark.parametrize("step", ["", "appliquer"])
@pytest.mark.parametrize(("rows", "data", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_a_hostile_or_mistaken_value_gets_a_sentence(screen, rows, data, sentence, step):
    response = screen(*rows, **{"step": step} | data)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not is_masked(screen.image)


@pytest.mark.parametrize(
    ("group", "is_theirs", "may"),
    [
        (None, False, False),
        (REDACTION, False, False),
        (REDACTION, True, True),
        (MODERATION, False, True),
        (ADMINISTRATION, False, True),
    ],
)
@pytest.mark.django_db
def test_whoever_may_change_the_image_may_mask_it_and_nobody_else(client, group, is_theirs, may):
    member = make_member("ana", group)
    image = make_portrait(uploaded_by_user=member if is_theirs else make_member("brahim"))
    client.force_login(member)
    address = reverse("masking", args=[image.pk])
    assert (client.get(address).status_code == 200) == may
    client.post(address, drawn(ROW, step="appliquer", seen=image.file.name))
    assert is_masked(image) == may


@pytest.mark.django_db
def test_anonymous_people_are_sent_to_the_door(client):
    image = make_portrait()
    response = client.post(reverse("masking", args=[image.pk]), drawn(ROW, step="appliquer", seen=image.file.name))
    assert response.status_code == 302 and "login" in response.url and not is_masked(image)


@pytest.mark.django_db
def test_collections_are_respected(client):
    collection = Collection.get_first_root_node().add_child(name="Presse")
    permission = Group.objects.get(name=MODERATION).collection_permissions.get(permission__codename="change_image")
    group = Group.objects.create(name="Presse")
    GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission.permission)
    member = make_member("dalia", None)
    member.groups.add(group)
    member.user_permissions.add(Group.objects.get(name=REDACTION).permissions.get(codename="access_admin"))
    client.force_login(member)
    inside, outside = make_portrait(collection=collection), make_portrait()
    assert client.get(reverse("masking", args=[inside.pk])).status_code == 200
    assert client.get(reverse("masking", args=[outside.pk])).status_code == 302


# --- Who is recognisable ----------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["wagtailimages:index", "wagtailimages:index_results"])
@pytest.mark.parametrize("words", ["", "réunion"])
def test_the_library_shows_those_who_were_not_asked(client, address, words):
    client.force_login(make_member("chloe", MODERATION))
    make_portrait(people=People.AGREED)
    image = make_portrait(people=People.NOT_ASKED)
    shown = client.get(reverse(address), {"people": People.NOT_ASKED, "q": words}).context["images"]
    assert [one.pk for one in shown] == [image.pk]
    assert len(client.get(reverse(address)).context["images"]) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("people", ["", *People])
def test_whoever_publishes_is_told_that_people_were_not_asked(client, people):
    client.force_login(make_member("chloe", MODERATION))
    article = make_article(image=make_portrait(description="Une réunion.", people=people), publish=False)
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    form = client.get(address).context["form"]
    data = {name: field.value() for name, field in ((one, form[one]) for one in form.fields)}
    data = {name: value for name, value in data.items() if isinstance(value, str | int) and value is not None}
    streams = {f"{name}-count": 0 for name in ("body",)}
    sets = {f"{name}-{key}_FORMS": 0 for name in form.formsets for key in ("TOTAL", "INITIAL")}
    response = client.post(address, data | streams | sets | {"image": article.image_id, "action-publish": "1"})
    assert response.status_code == 302
    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("n’ont pas été interrogées" in one for one in said) == (people == People.NOT_ASKED)


# --- Killed -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """What became of the photo at each instant when its masking was killed (dict of dict, of killed_masking)."""
    folder = tmp_path_factory.mktemp("killed")
    with own_database(folder, "killed") as url:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": url,
            "MEDIA_ROOT": str(folder / "media"),
            "QUARANTINE_ROOT": str(folder / "quarantine"),
            "PRIVATE_ROOT": str(folder / "private"),
        }
        for command in (["manage.py", "migrate", "-v0"], ["-m", "tests.core.killed_masking"]):
            done = subprocess.run(
                [sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE
            )
    return json.loads(done.stdout)


@pytest.mark.parametrize("instant", INSTANTS)
def test_killed_at_any_instant_the_old_photo_is_whole_or_nothing_is_left_of_it(killed, instant):
    end = killed[instant]
    assert end["was_killed"]
    assert end["is_whole"], "a file of the library, or of its renditions, is missing or cut"
    assert end["lost"] == [], "a file that nothing knows stays"
    assert end["to_erase"] == 0
    if end["is_masked"]:
        assert end["unmasked_files"] == []
    else:
        assert end["is_as_before"]


def test_instants_are_before_and_after_the_commit(killed):
    assert {end["is_masked"] for end in killed.values()} == {True, False}
