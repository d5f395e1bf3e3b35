#!/usr/bin/env python3
"""Makes static/fonts/*.woff2 and static/css/fonts.css from the OFL packages that LIBRARIES.md names. Run once.

    npm pack @fontsource-variable/atkinson-hyperlegible-next@5.3.0 @fontsource-variable/source-serif-4@5.3.1
    for each archive: mkdir <name> && tar xzf <archive> -C <name> --strip-components 1
    python3 -m venv fonts && fonts/bin/pip install fonttools brotli
    fonts/bin/python tools/fonts.py <folder that holds both packages>

French, its neighbours written in Latin-1, and Latin Extended-A in files of their own that browsers load only for a
page that needs them. The subsets are renamed, for the licence reserves the name « Source » (OFL 1.1 §3).
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
FONTS, STYLESHEET = ROOT / "static/fonts", ROOT / "static/css/fonts.css"

LATIN = "U+20-7E, U+A0-FF, U+131, U+152-153, U+178, U+2009-2015, U+2018-201E, U+2020-2026, U+202F, U+2039-203A, U+2044, U+2060, U+20AC, U+2190-2199, U+21A9, U+2212"  # noqa: E501
EXTENDED = "U+100-130, U+132-151, U+154-177, U+179-17F, U+218-21B, U+1E9E"

TEXT = "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-{}-wght-{}.woff2"
TITLE = "source-serif-4/files/source-serif-4-{}-standard-normal.woff2"
#: The titles are cut for about 40 points: one drawing serves 22 to 52 px.
DISPLAY = {"wght": (400, 700), "opsz": 40}

#: (file, source, characters, axes kept or fixed, family, weights, style).
FACES = [
    ("nebuleuses-texte", TEXT.format("latin", "normal"), LATIN, {"wght": (400, 700)}, "Texte", "400 700", "normal"),
    ("nebuleuses-texte-italique", TEXT.format("latin", "italic"), LATIN, {"wght": 400}, "Texte", "400", "italic"),
    (
        "nebuleuses-texte-etendu",
        TEXT.format("latin-ext", "normal"),
        EXTENDED,
        {"wght": (400, 700)},
        "Texte",
        "400 700",
        "normal",
    ),
    ("nebuleuses-titre", TITLE.format("latin"), LATIN, DISPLAY, "Titre", "400 700", "normal"),
    ("nebuleuses-titre-etendu", TITLE.format("latin-ext"), EXTENDED, DISPLAY, "Titre", "400 700", "normal"),
]

#: Mean advance of a French letter, in em: ours as measured on a paragraph, the systems' from @capsizecss/metrics 4.3
#: brought to the same paragraph (bold: the foundries' own ratio).
OWN_WIDTHS = {("Texte", 400): 0.435, ("Texte", 700): 0.469, ("Titre", 400): 0.415, ("Titre", 600): 0.421}
OWN_HEIGHTS = {"Texte": (0.984, 0.316), "Titre": (1.036, 0.335)}
#: family, its number → weight → (local names, mean advance).
FALLBACKS = {
    ("Texte", 1): {
        400: (["Arial", "Liberation Sans", "Helvetica", "Roboto"], 0.437),
        700: (["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Helvetica Bold", "Roboto Bold"], 0.474),
    },
    ("Texte", 2): {400: (["DejaVu Sans"], 0.500), 700: (["DejaVu Sans Bold"], 0.565)},
    ("Titre", 1): {400: (["Georgia"], 0.437), 600: (["Georgia Bold", "Georgia-Bold"], 0.494)},
    ("Titre", 2): {
        400: (["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif"], 0.398),
        600: (["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"], 0.418),
    },
    ("Titre", 3): {400: (["Noto Serif"], 0.471), 600: (["Noto Serif Bold"], 0.504)},
    ("Titre", 4): {400: (["DejaVu Serif"], 0.503), 600: (["DejaVu Serif Bold"], 0.555)},
}


def main(packages):
    FONTS.mkdir(parents=True, exist_ok=True)
    rules = [
        "/* Made by tools/fonts.py: the faces, and the systems' own stretched to their measure until they come. */"
    ]
    for name, source, characters, axes, family, weights, style in FACES:
        make(packages / source, FONTS / f"{name}.woff2", characters, axes, f"Nebuleuses {family}")
        rules.append(
            f'@font-face {{ font-family: "Nebuleuses {family}"; font-style: {style}; font-weight: {weights}; '
            f'font-display: swap; src: url("../fonts/{name}.woff2") format("woff2"); unicode-range: {characters}; }}'
        )
    for (family, number), weights in FALLBACKS.items():
        rules += [fallback(family, number, weight, *source) for weight, source in weights.items()]
    STYLESHEET.write_text("\n".join(rules) + "\n")


def make(source, target, characters, axes, family):
    """Writes at `target` the `characters` (unicode-range) of the font at `source`, its axes narrowed, renamed."""
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points(characters))
    subsetter.subset(font)
    whole = io.BytesIO()
    font.flavor = None
    font.save(whole)
    whole.seek(0)
    font = instancer.instantiateVariableFont(TTFont(whole), axes)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = family
        elif record.nameID == 6:
            record.string = family.replace(" ", "")
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def code_points(characters):
    for part in characters.replace("U+", "").split(", "):
        first, _dash, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def fallback(family, number, weight, names, width):
    scale = OWN_WIDTHS[family, weight] / width
    ascent, descent = (height / scale for height in OWN_HEIGHTS[family])
    sources = ", ".join(f'local("{name}")' for name in names)
    return (
        f'@font-face {{ font-family: "{family} {number}"; font-weight: {weight}; src: {sources}; '
        f"size-adjust: {scale:.1%}; ascent-override: {ascent:.1%}; descent-override: {descent:.1%}; "
        "line-gap-override: 0%; }"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
