"""The pictures of the example, drawn by the program: always the same, owed to nobody."""

from . import land, nights, people

_DRAWINGS = {
    "nuit": nights.starry_night,
    "mer": nights.sea,
    "voix": nights.voices,
    "oiseaux": nights.flock,
    "scene": nights.stage,
    "maisons": people.houses,
    "mains": people.hands,
    "potager": land.garden,
    "chaises": people.chairs,
    "fenetres": people.windows,
    "cortege": people.crowd,
    "fils": land.threads,
    "foret": land.forest,
    "cheval": land.horse,
    "table": people.table,
    "chemin": land.path,
}


def draw(name):
    """The drawing of this name (Image, 1600 × 1000, RGB); raises KeyError for an unknown one."""
    return _DRAWINGS[name]()
