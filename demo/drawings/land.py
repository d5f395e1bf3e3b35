"""Flat colours and cut lines, after linocut: gardens, forests, paths, and a horse."""

import math

from .canvas import GOLD, INK, MOSS, OCHRE, PAPER, PLUM, ROSE, SAND, SKY, TEAL, VERMILION, Sheet, bezier, hills, polar


def garden():
    sheet = Sheet(29, "#f4dfae")
    sheet.disc(1240, 210, 105, VERMILION)
    hills(sheet, 380, 30, "#c9b46a")
    hills(sheet, 440, 20, MOSS)
    sheet.polygon([(0, 450), (1600, 450), (1600, 1000), (0, 1000)], "#5b3a26")
    for furrow in range(-9, 10):
        near, far = 800 + furrow * 260, 800 + furrow * 62
        sheet.polygon([(far - 9, 450), (far + 9, 450), (near + 62, 1000), (near - 62, 1000)], "#6f4a2f")
        for step in range(9):
            share = (step / 8) ** 1.7
            x, y = far + (near - far) * share, 462 + 520 * share
            color = [MOSS, TEAL, "#83a04a", "#3d5c2e"][furrow % 4]
            for leaf in range(7):
                tip = polar(x, y, 14 + 92 * share, -90 + (leaf - 3) * 24)
                sheet.line([(x, y), tip], color, 2 + 15 * share)
                sheet.line([(x, y), tip], "#dfe3a0", 0.6 + 1.6 * share)
            if furrow % 3 == 0:
                sheet.disc(x, y - 60 * share, 4 + 15 * share, [VERMILION, OCHRE, ROSE][step % 3])
    return sheet.finished(26)


def threads():
    sheet = Sheet(61, "#efe3cc")
    colors = [VERMILION, TEAL, INK, OCHRE, PLUM, ROSE, MOSS, "#4c6ea8"]
    knots = [(420, 380), (800, 560), (1190, 400), (1010, 760), (560, 740)]
    for number in range(84):
        y, out = sheet.chance.uniform(-60, 1060), sheet.chance.uniform(-60, 1060)
        first, second = sheet.chance.sample(knots, 2)
        first, second = sorted((first, second))
        points = [
            *bezier((-40, y), (160, y), (first[0] - 170, first[1]), first),
            *bezier(first, (first[0] + 130, first[1]), (second[0] - 130, second[1]), second),
            *bezier(second, (second[0] + 170, second[1]), (1440, out), (1640, out)),
        ]
        shift = sheet.chance.gauss(0, 9)
        points = [(x, height + shift) for x, height in points]
        sheet.line(points, colors[number % 8], sheet.chance.uniform(2.5, 6.5))
    for x, y in knots:
        for turn in range(6):
            sheet.arc(x, y, 22 + turn * 5, turn * 61, turn * 61 + 250, colors[turn], 6)
    return sheet.finished(20)


def forest():
    sheet = Sheet(67, INK)
    sheet.disc(1130, 330, 190, OCHRE)
    for ring in range(5):
        sheet.ring(1130, 330, 215 + ring * 34, "#3c4a86", 5 - ring * 0.8)
    for row, (color, count) in enumerate([("#27356f", 26), ("#1f5b5a", 17), (PAPER, 9)]):
        for number in range(count):
            x = (number + sheet.chance.uniform(0.1, 0.9)) * 1600 / count
            width = (8, 15, 30)[row] * sheet.chance.uniform(0.8, 1.3)
            lean = sheet.chance.uniform(-18, 18)
            sheet.polygon(
                [(x - width, 1000), (x - width * 0.6 + lean, 0), (x + width * 0.6 + lean, 0), (x + width, 1000)], color
            )
            for _branch in range(5):
                y = sheet.chance.uniform(40, 520)
                side = sheet.chance.choice((-1, 1))
                sheet.curve(
                    (x + lean * 0.5, y + 60),
                    (x + side * 30, y),
                    (x + side * 60, y - 20),
                    (x + side * 110, y - 95),
                    color,
                    3 + row * 3,
                )
            if row == 2:
                for _cut in range(40):
                    y = sheet.chance.uniform(0, 1000)
                    start = x + lean * (1 - y / 1000) - width * 0.7
                    sheet.line([(start, y), (start + sheet.chance.uniform(8, width), y + 3)], INK, 3)
    hills(sheet, 930, 16, VERMILION)
    hills(sheet, 965, 14, PLUM)
    return sheet.finished(24)


def horse():
    sheet = Sheet(71, "#f3e2c0")
    hills(sheet, 640, 40, "#e6c48d")
    sheet.polygon([(0, 780), (1600, 780), (1600, 1000), (0, 1000)], "#d99a5f")
    for x, lean in [(120, 0), (250, 1), (1330, 0), (1470, 1)]:
        sheet.box(x, 250 + lean * 60, 100, 540, [SAND, "#e8cfa0"][lean])
        for line in range(5):
            sheet.box(x + 26, 300 + lean * 60 + line * 92, 48, 50, "#8a6a4c")
    blue, deep = "#2f62a8", "#1f4480"
    sheet.box(520, 812, 640, 26, "#8b4a2c", 8)
    for x in (600, 830, 1075):
        sheet.disc(x, 858, 44, INK)
        sheet.disc(x, 858, 28, OCHRE)
        sheet.disc(x, 858, 8, INK)
    for x in (610, 690, 990, 1068):
        sheet.polygon([(x - 34, 560), (x + 34, 560), (x + 24, 815), (x - 20, 815)], deep if x in (690, 990) else blue)
    sheet.box(560, 400, 560, 235, blue, 112)
    neck = [(930, 430), (1020, 250), (1090, 168), (1160, 190), (1150, 290), (1112, 520), (1000, 560)]
    sheet.polygon(neck, blue)
    sheet.polygon([(1075, 170), (1160, 160), (1285, 285), (1262, 332), (1205, 330), (1120, 290)], blue)
    for ear in ((1082, 178), (1122, 164)):
        sheet.polygon([ear, (ear[0] + 8, ear[1] - 66), (ear[0] + 34, ear[1] + 6)], deep)
    sheet.disc(1164, 226, 11, PAPER)
    sheet.disc(1166, 226, 6, INK)
    sheet.line([(1218, 318), (1262, 306)], deep, 5)
    for lock in range(12):
        x, y = 1066 - lock * 12.5, 176 + lock * 23
        sheet.curve((x + 14, y), (x - 30, y - 10), (x - 66, y + 20), (x - 84, y + 66), [INK, deep][lock % 2], 13)
    for lock in range(7):
        sheet.curve(
            (572, 470), (470 - lock * 4, 470), (480 - lock * 14, 620), (452 + lock * 18, 720), [INK, deep][lock % 2], 12
        )
    for patch in range(34):
        x, y = sheet.chance.uniform(620, 1060), sheet.chance.uniform(420, 615)
        sheet.line(
            [(x, y), (x + sheet.chance.uniform(14, 46), y + sheet.chance.uniform(-5, 5))],
            "#5f8fd0" if patch % 3 else SKY,
            4,
        )
    for flower in range(11):
        sheet.disc(*polar(840, 520, 54, flower * 33), 17, [VERMILION, GOLD, ROSE][flower % 3])
    sheet.disc(840, 520, 34, PAPER)
    return sheet.finished(20)


def path():
    sheet = Sheet(83)
    sheet.fade("#f8d9b0", "#f6efe1")
    sheet.disc(390, 300, 92, VERMILION)
    shades = ["#cfd8cf", "#a8c2b8", "#7fa79c", "#568a80", "#356b66", "#1f4d50", "#12343c"]
    for level, shade in enumerate(shades):
        top = hills(sheet, 420 + level * 88, 66 - level * 4, shade)
        for x, y in top[:: 3 + level % 3]:
            if sheet.chance.random() < 0.3:
                size = 10 + level * 4
                sheet.polygon([(x - size * 0.5, y + 4), (x, y - size * 2), (x + size * 0.5, y + 4)], shade)
    steps = list(bezier((640, 1010), (1180, 900), (420, 740), (900, 560), 70))
    for number, (x, y) in enumerate(steps):
        if number % 2 == 0:
            size = 15 * (1 - number / 90)
            sheet.disc(x + math.sin(number) * 4, y, size, GOLD)
    return sheet.finished(16)
