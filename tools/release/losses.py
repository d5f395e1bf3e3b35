"""What is no longer true of a site (pure): two `facts` compared, in sentences."""

from collections import Counter

#: What migrations themselves write: later versions may have more of it.
GROWS = {
    "auth.group_permissions",
    "auth.permission",
    "contenttypes.contenttype",
    "wagtailcore.groupcollectionpermission",
    "wagtailcore.grouppagepermission",
}


def losses(before, after):
    """How `after` (dict, of tools.release.facts) is less than `before` (sorted list of str; empty where it is not)."""
    found = [*_counts(before, after), *_files(before, after), *_rows(before, after)]
    for path, page in before["pages"].items():
        if path not in after["pages"]:
            found.append(f"{path}: the page is not there")
            continue
        now = after["pages"][path]
        changed = [name for name, was in page.items() if name != "texts" and now.get(name) != was]
        found += [f"{path}: {name} was {page[name]}, is {now.get(name)}" for name in changed]
        found += [f"{path}: lost « {text} »" for text in _lost(page["texts"], now["texts"])]
        found += _drafts(path, before["drafts"][path], after["drafts"][path])
    return sorted(found)


def _lost(before, after):
    """The texts (list) of `before` that are not, or fewer times, in `after`."""
    return list((Counter(before) - Counter(after)).elements())


def _drafts(path, before, after):
    if len(before) != len(after):
        yield f"{path}: {len(before)} versions were kept, {len(after)} are"
        return
    for number, (was, now) in enumerate(zip(before, after, strict=True), 1):
        if now["opens"] != was["opens"]:
            yield f"{path}, version {number}: the editor answered {was['opens']}, answers {now['opens']}"
        yield from (f"{path}, version {number}: lost « {text} »" for text in _lost(was["texts"], now["texts"]))


def _counts(before, after):
    for label, was in before["counts"].items():
        now = after["counts"].get(label, 0)
        if now < was or (now != was and label not in GROWS):
            yield f"{label}: {was} rows, then {now}"


def _rows(before, after):
    for label, rows in before["rows"].items():
        were, are = ([text for row in some for text in row] for some in (rows, after["rows"].get(label, [])))
        yield from (f"{label}: lost « {text} »" for text in _lost(were, are))


def _files(before, after):
    for name, digest in before["files"].items():
        if name not in after["files"]:
            yield f"{name}: the file is not there"
        elif after["files"][name] != digest:
            yield f"{name}: the file is another"
