"""Files of the library go where their collection wants them: out of the media when it becomes private, back after.

Each file takes another name, then its row does, then the first name is erased (core.gone_files). Whoever is killed
there leaves a file and its row, at one place or at the other, and rows by which the name in excess goes; asked again,
all of this finds what is left to do. It is asked on each change, at the start of the site, and each day (`manage.py
erase_files`).
"""

import logging

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from core.gone_files import BEING_MADE, forget_pictures, will_be_erased
from core.models import FileToErase, SiteImage, SiteMedia
from core.privacy import in_public_collections
from core.site_storage import PRIVATE, folder_of, name_in

logger = logging.getLogger(__name__)

_MODELS = (SiteImage, SiteMedia)


def settle():
    """Puts every file of the library that is elsewhere where its collection wants it; gives how many items (int)."""
    moved = 0
    for model in _MODELS:
        for key in list(_misplaced(model)):
            try:
                moved += _settle_one(model, key)
            except OSError as error:
                logger.warning("%s %s is not where it should be: %s", model.__name__, key, type(error).__name__)
    return moved


def settle_on_commit():
    """The same once what is being done is done."""
    transaction.on_commit(settle, robust=True)


def _misplaced(model):
    """The keys (iterator of int) of what may be elsewhere than where it should be."""
    public = in_public_collections(model.objects.all())
    yield from public.filter(_some_name(model, f"{PRIVATE}/")).order_by("pk").values_list("pk", flat=True)
    for collection in _private_collections():
        kept = Q()
        for field in model.sheltered_fields:
            kept &= Q(**{f"{field}__startswith": folder_of(collection)}) | Q(**{field: ""})
        yield from model.objects.filter(~kept, collection=collection).order_by("pk").values_list("pk", flat=True)


def _some_name(model, start):
    some = Q()
    for field in model.sheltered_fields:
        some |= Q(**{f"{field}__startswith": start})
    return some


def _private_collections():
    """The keys (set of int) of the collections that are private, and of those below."""
    restricted = Collection.objects.filter(pk__in=CollectionViewRestriction.objects.values("collection"))
    return {
        key
        for collection in restricted
        for key in collection.get_descendants(inclusive=True).values_list("pk", flat=True)
    }


def _settle_one(model, key):
    """Whether the files of one item (its key) had to move, and did (bool). Raises OSError: they did not."""
    item = model.objects.filter(pk=key).first()
    moves = {name: name_in(item.folder, name) for name in item.misplaced().values()} if item else {}
    if not moves:
        return False
    will_be_erased(moves.values(), after=BEING_MADE)
    try:
        for name, other in moves.items():
            try:
                default_storage.share(name, other)
            except FileNotFoundError:  # its row goes all the same: it may come back from a backup, under either name
                logger.warning("A file of %s %s is not there.", model.__name__, key)
        with transaction.atomic():
            is_done = _rename(model, key, moves)
    except BaseException:
        _undo(moves.values())
        raise
    if not is_done:  # somebody replaced the file, or put it elsewhere: that was told too
        _undo(moves.values())
    return is_done


def _rename(model, key, moves):
    """Within a transaction: whether the item still had the old names of `moves` (dict: old → new); it has the new."""
    held = model.objects.select_for_update().filter(pk=key).first()
    misplaced = held.misplaced() if held else {}
    if not misplaced or any(not moves.get(name, "").startswith(held.folder) for name in misplaced.values()):
        return False
    model.objects.filter(pk=key).update(**{field: moves[name] for field, name in misplaced.items()})
    FileToErase.objects.filter(path__in=moves.values()).delete()
    for name in moves:
        if model is SiteImage:
            forget_pictures(held, name)
        else:
            will_be_erased([name])
    return True


def _undo(names):
    for name in names:
        default_storage.erase(name)
    FileToErase.objects.filter(path__in=names).delete()
