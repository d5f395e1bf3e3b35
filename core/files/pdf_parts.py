"""What a PDF is made of, down to the dictionaries that are written inside others."""

import pikepdf

#: Objects inside one another; beyond, it is no document.
_DEEPEST = 60


def parts(pdf):
    """Each dictionary and stream of an open Pdf (iterator of pikepdf.Object), once; what holds before what is held.

    One may be changed while it is given. Raises ValueError where they are too deep.
    """
    for one in pdf.objects:
        yield from _with_what_it_holds(one)


def _with_what_it_holds(one, depth=0):
    if isinstance(one, pikepdf.Array):
        held = list(one)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        yield one
        held = [value for key, value in one.items() if key != "/Parent"]
    else:
        return
    if depth > _DEEPEST:
        raise ValueError("too deep")
    for value in held:
        # What is written elsewhere comes in its own turn; numbers and words are Python's.
        if not getattr(value, "is_indirect", True):
            yield from _with_what_it_holds(value, depth + 1)
