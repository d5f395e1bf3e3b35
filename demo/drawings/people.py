"""Flat colours and cut lines, after linocut: where people gather, and the marks they leave."""

from .canvas import GOLD, INK, MOSS, NIGHT, OCHRE, PAPER, PLUM, ROSE, SAND, SKY, TEAL, VERMILION, Sheet, polar


def houses():
    sheet = Sheet(5, SKY)
    for row, (base, tint) in enumerate([(560, 0.75), (740, 0.9), (960, 1.0)]):
        x = -40 - row * 37
        while x < 1600:
            width, height = sheet.chance.randint(105, 190), sheet.chance.randint(170, 300)
            color = sheet.chance.choice([VERMILION, OCHRE, TEAL, PLUM, PAPER, ROSE, INK])
            top = base - height * tint
            sheet.box(x, top, width - 8, base - top + 60, color)
            roof = INK if color != INK else VERMILION
            sheet.polygon([(x - 10, top), (x + width / 2 - 4, top - 86), (x + width + 2, top)], roof)
            sheet.box(x + width * 0.68, top - 78, 20, 62, roof)
            light = [GOLD, GOLD, PAPER, NIGHT]
            for line in range(int((base - top) // 74)):
                for column in range(2):
                    pane = x + width * (0.16 + 0.42 * column), top + 24 + line * 74
                    sheet.box(*pane, width * 0.22, 44, sheet.chance.choice(light), 4)
                    sheet.line([(pane[0] + width * 0.11, pane[1]), (pane[0] + width * 0.11, pane[1] + 44)], roof, 3)
            x += width
    sheet.polygon([(0, 950), (1600, 930), (1600, 1000), (0, 1000)], INK)
    return sheet.finished(22)


def hands():
    sheet = Sheet(17, "#c8693a")
    for _spot in range(5200):
        x, y = sheet.chance.gauss(800, 520), sheet.chance.gauss(500, 300)
        sheet.disc(x, y, sheet.chance.uniform(1, 6), sheet.chance.choice([SAND, "#e0a063", "#8f3d22", OCHRE]))
    places = [(300, 330, -14, 1.0), (690, 250, 6, 0.9), (1090, 300, -4, 1.05), (1380, 480, 14, 0.85)]
    places += [(210, 720, 8, 0.85), (560, 690, -8, 1.1), (940, 720, 4, 0.95), (1270, 810, -12, 0.95)]
    inks = [INK, PAPER, "#6d1f1a", PAPER, PAPER, INK, PAPER, "#6d1f1a"]
    for (x, y, lean, size), color in zip(places, inks, strict=True):
        for spot in range(260):
            far = sheet.chance.gauss(118, 26) * size
            sheet.disc(*polar(x, y - 20, far, spot * 1.4), sheet.chance.uniform(1, 4), color)
        _hand(sheet, x, y, lean, size, color, mirrored=bool(int(x) % 20))
    return sheet.finished(30)


def _hand(sheet, x, y, lean, size, color, mirrored):
    side = -1 if mirrored else 1
    sheet.disc(x, y + 12 * size, 46 * size, color)
    sheet.disc(x, y + 32 * size, 42 * size, color)
    fingers = [(-34, -118, 92, 19), (-13, -98, 112, 20), (9, -80, 104, 20), (29, -62, 84, 17), (-44, -168, 78, 21)]
    for shift, angle, length, width in fingers:
        root = (x + side * shift * size * 0.9, y + (6 if angle > -160 else 34) * size)
        bent = (angle if side == 1 else -180 - angle) + lean
        sheet.line([root, polar(*root, length * size, bent)], color, width * size)
    sheet.line([(x, y + 40 * size), (x - lean, y + 120 * size)], color, 52 * size)


def chairs():
    sheet = Sheet(37, "#ecd9b6")
    sheet.disc(800, 520, 470, "#e2b98a")
    sheet.disc(800, 520, 250, "#d98e5f")
    sheet.glow(800, 520, 250, "#f7e2b4", 0.9)
    colors = [VERMILION, TEAL, INK, OCHRE, PLUM, MOSS]
    for number in range(13):
        angle = number * 360 / 13 - 90
        x, y = polar(800, 520, 352, angle)
        for shift, color in ((26, "#b98a63"), (0, colors[number % 6])):
            if number == 4 and shift == 0:
                color = PAPER
            _chair(sheet, x + shift, y + shift * 0.8, angle, color)
    for number in range(13):
        sheet.curve(
            polar(800, 520, 300, number * 27.7 - 90),
            (800, 520),
            (800, 520),
            polar(800, 520, 300, number * 27.7 + 55),
            PAPER,
            2.2,
        )
    return sheet.finished(22)


def _chair(sheet, x, y, angle, color):
    def at(along, across):
        return polar(*polar(x, y, along, angle), across, angle + 90)

    sheet.polygon([at(-42, -44), at(-42, 44), at(40, 50), at(40, -50)], color)
    sheet.line([at(54, -50), at(54, 50)], color, 17)
    sheet.line([at(-28, -26), at(-28, 26)], PAPER if color != PAPER else INK, 4)


def windows():
    sheet = Sheet(41, "#243163")
    for row in range(5):
        for column in range(9):
            x, y = 46 + column * 172, 40 + row * 192
            lit = sheet.chance.random() < 0.36
            sheet.box(x - 9, y - 9, 138, 168, "#182149", 6)
            sheet.box(x, y, 120, 150, sheet.chance.choice([GOLD, OCHRE, "#f9e2a8"]) if lit else "#33437a", 3)
            if lit:
                for edge in (0, 1):
                    start = x + 120 * edge
                    inner = start + (34 if edge == 0 else -34)
                    sheet.polygon(
                        [(start, y), (inner, y), (start, y + 130)], sheet.chance.choice([VERMILION, ROSE, TEAL])
                    )
                if sheet.chance.random() < 0.6:
                    middle = x + sheet.chance.randint(45, 75)
                    sheet.disc(middle, y + 84, 17, INK)
                    sheet.polygon([(middle - 31, y + 150), (middle, y + 94), (middle + 31, y + 150)], INK)
            sheet.box(x + 57, y, 6, 150, "#182149")
            sheet.box(x, y + 68, 120, 6, "#182149")
            if (row, column) == (2, 5):
                sheet.box(x, y, 120, 150, "#fff3cf")
                sheet.polygon([(x, y), (x - 52, y - 22), (x - 52, y + 172), (x, y + 150)], VERMILION)
                sheet.polygon([(x + 120, y), (x + 172, y - 22), (x + 172, y + 172), (x + 120, y + 150)], VERMILION)
                for stem in range(5):
                    sheet.line([(x + 60, y + 150), polar(x + 60, y + 150, 92, -130 + stem * 20)], MOSS, 6)
                    sheet.disc(*polar(x + 60, y + 150, 96, -130 + stem * 20), 13, [PLUM, VERMILION, OCHRE][stem % 3])
    return sheet.finished(20)


def crowd():
    sheet = Sheet(53, "#f1d7a6")
    for ray in range(24):
        if ray % 2:
            sheet.polygon(
                [(800, 760), polar(800, 760, 1400, ray * 15), polar(800, 760, 1400, ray * 15 + 15)], "#f6e5c2"
            )
    for row in range(6):
        y, size = 560 + row * 88, 26 + row * 9
        if row in (0, 2, 3):
            for _banner in range(3):
                x, tilt = sheet.chance.randint(120, 1300), sheet.chance.randint(-26, 26)
                color = sheet.chance.choice([VERMILION, PLUM, TEAL, INK])
                sheet.line([(x, y + 60), (x + 6, y - 250)], INK, 8)
                sheet.line([(x + 230, y + 60), (x + 226, y - 250 + tilt)], INK, 8)
                corners = [(x - 8, y - 258), (x + 240, y - 258 + tilt), (x + 236, y - 150 + tilt), (x - 4, y - 150)]
                sheet.polygon(corners, color)
                for line in range(2):
                    start = y - 228 + line * 36
                    sheet.line([(x + 26, start + tilt * 0.1), (x + 200 - line * 50, start + tilt * 0.8)], PAPER, 9)
        x = -size * sheet.chance.random()
        while x < 1640:
            color = sheet.chance.choice([INK, NIGHT, VERMILION, TEAL, PLUM, OCHRE, "#8c4a2f"])
            rise = sheet.chance.uniform(-14, 14)
            sheet.polygon(
                [(x - size * 1.3, 1000), (x - size, y + rise), (x + size, y + rise), (x + size * 1.3, 1000)], color
            )
            sheet.disc(
                x, y + rise - size * 0.7, size * 0.82, sheet.chance.choice([SAND, "#c98d63", "#8a5637", "#f0cfae"])
            )
            sheet.arc(x, y + rise - size * 0.74, size * 0.84, 180, 360, INK, size * 0.42)
            x += size * sheet.chance.uniform(1.9, 2.5)
    return sheet.finished(24)


def table():
    sheet = Sheet(79, "#b5452c")
    for line in range(0, 1600, 80):
        sheet.box(line, 0, 40, 1000, "#bf5236")
    for line in range(0, 1000, 80):
        sheet.box(0, line, 1600, 3, "#a33b24")
    plates = [(250, 250), (640, 190), (1060, 230), (1390, 330), (300, 740), (720, 800), (1110, 760), (1430, 790)]
    for number, (x, y) in enumerate(plates):
        sheet.disc(x + 10, y + 12, 122, "#8c301d")
        sheet.disc(x, y, 122, PAPER)
        sheet.ring(x, y, 106, [TEAL, INK, PLUM, OCHRE][number % 4], 7)
        sheet.disc(x, y, 78, "#efe2c8")
        for leaf in range(9):
            angle = leaf * 40 + number * 17
            sheet.line([(x, y), polar(x, y, 58, angle)], [MOSS, OCHRE, VERMILION][(leaf + number) % 3], 13)
    for x, y, color in [(470, 460, INK), (900, 500, TEAL), (1230, 540, PLUM), (150, 500, OCHRE)]:
        sheet.disc(x + 8, y + 9, 52, "#8c301d")
        sheet.disc(x, y, 52, color)
        sheet.disc(x, y, 40, "#4a2417")
        sheet.arc(x + 58, y, 22, 230, 490, color, 9)
    sheet.disc(690, 490, 90, "#d9a35c")
    for slash in range(-2, 3):
        sheet.line([(630, 490 + slash * 30), (750, 474 + slash * 30)], "#f2d9a4", 8)
    return sheet.finished(20)
