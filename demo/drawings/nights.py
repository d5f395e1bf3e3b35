"""Skies, waters and lights: the drawings where something shines."""

import math

from .canvas import DUSK, GOLD, INK, NIGHT, OCHRE, PAPER, PLUM, ROSE, SKY, TEAL, VERMILION, Sheet, hills, polar


def starry_night():
    sheet = Sheet(11)
    sheet.fade("#0d1230", "#4a4a8a")
    sheet.glow(1120, 330, 520, "#7f6fb8", 0.55)
    sheet.glow(760, 420, 420, "#4f7fa8", 0.45)
    for _star in range(620):
        x, y = sheet.chance.uniform(0, 1600), sheet.chance.uniform(0, 1) ** 1.4 * 760
        sheet.disc(x, y, sheet.chance.choice([0.8, 1.1, 1.6, 2.2]), sheet.chance.choice([PAPER, GOLD, SKY]))
    lights = [(sheet.chance.gauss(960, 330), sheet.chance.gauss(340, 130)) for _light in range(26)]
    for number, (x, y) in enumerate(lights):
        near = sorted(lights, key=lambda other: math.dist(other, (x, y)))[1:3]
        for other in near:
            sheet.line([(x, y), other], "#8f93c8", 1.2)
        sheet.glow(x, y, 34 + number % 3 * 14, GOLD, 0.8)
    for x, y in lights:
        sheet.disc(x, y, 4.5, "#fff6dc")
    for level, height, color in [(760, 46, "#2a2f63"), (840, 54, "#1b2150"), (920, 40, "#0f1435")]:
        hills(sheet, level, height, color)
    for x, y in [(330, 862), (362, 858), (1190, 868)]:
        sheet.glow(x, y, 40, OCHRE, 0.9)
        sheet.box(x - 5, y - 6, 10, 12, GOLD)
    return sheet.finished()


def sea():
    sheet = Sheet(23)
    sheet.fade("#f3c98b", "#e7795a")
    sheet.glow(1080, 360, 430, "#fbe6b0", 0.9)
    sheet.disc(1080, 360, 120, "#fff3d2")
    colors = ["#7fa8b8", "#5b8ea5", "#3f7590", "#2f5f7d", "#244a69", "#1b3757", "#152a48"]
    for row in range(13):
        y, radius = 480 + row * 48, 62 + row * 7
        color = colors[min(row // 2, 6)]
        step = radius * 1.55
        for number in range(-1, int(1600 / step) + 2):
            x = number * step + (row % 2) * step / 2
            for ring in range(4):
                share = radius * (1 - ring * 0.24)
                sheet.disc(x, y + radius * 0.4, share, color if ring % 2 == 0 else PAPER)
                sheet.disc(x, y + radius * 0.4, share - (4 if ring % 2 else 9), color)
        if row == 3:
            sheet.polygon([(520, 575), (760, 575), (722, 628), (560, 628)], VERMILION)
            sheet.polygon([(640, 352), (640, 562), (500, 562)], PAPER)
            sheet.polygon([(654, 392), (654, 562), (752, 562)], SKY)
            sheet.line([(647, 340), (647, 575)], INK, 7)
    return sheet.finished()


def voices():
    sheet = Sheet(31, NIGHT)
    sheet.glow(800, 500, 900, DUSK, 0.8)
    sources = [(420, 420, VERMILION), (1130, 330, OCHRE), (820, 720, TEAL), (1330, 760, ROSE), (190, 800, SKY)]
    for x, y, color in sources:
        for ring in range(1, 15):
            start = sheet.chance.uniform(0, 360)
            sheet.arc(x, y, ring * 32, start, start + sheet.chance.uniform(150, 330), color, max(1.2, 7 - ring * 0.42))
    for x, y, color in sources:
        sheet.glow(x, y, 110, color, 0.9)
        sheet.disc(x, y, 20, PAPER)
        sheet.disc(x, y, 12, color)
    return sheet.finished()


def flock():
    sheet = Sheet(47)
    sheet.fade("#f7e3c4", "#e0a58c")
    sheet.glow(430, 640, 520, "#fdf1d6", 0.9)
    for number in range(900):
        turn = sheet.chance.gauss(0, 1.15)
        spread = sheet.chance.gauss(0, 66) * (1.3 - min(abs(turn) / 2.4, 1))
        x = 820 + 390 * turn + 0.5 * spread
        y = 420 + 170 * math.sin(turn * 1.9) + spread
        wing = sheet.chance.uniform(5, 15)
        lean = sheet.chance.uniform(-4, 6)
        color = PLUM if number % 9 == 0 else INK
        sheet.line([(x - wing, y - wing * 0.5 + lean), (x, y), (x + wing, y - wing * 0.6 - lean)], color, 2.4)
    hills(sheet, 915, 22, "#a2604f")
    hills(sheet, 950, 26, "#5e3247")
    return sheet.finished()


def stage():
    sheet = Sheet(59, "#2a0f1f")
    sheet.glow(800, 760, 760, "#f2c26a", 0.75)
    sheet.polygon([(700, -20), (900, -20), (1190, 850), (410, 850)], "#f0c778")
    sheet.glow(800, 800, 520, "#fff1c9", 0.8)
    sheet.polygon([(0, 850), (1600, 850), (1600, 1000), (0, 1000)], "#4b2028")
    for plank in range(-6, 24):
        sheet.line([(800 + (plank * 100 - 800) * 0.75, 850), (plank * 150 - 500, 1000)], "#331319", 3)
    for x, height, color in [(620, 260, VERMILION), (745, 300, TEAL), (880, 250, INK), (990, 285, PLUM)]:
        sheet.polygon(
            [(x - 52, 880), (x - 24, 880 - height * 0.72), (x + 24, 880 - height * 0.72), (x + 52, 880)], color
        )
        sheet.disc(x, 880 - height * 0.86, 34, "#f3d9bd")
        sheet.line([(x + 16, 880 - height * 0.62), polar(x, 880 - height * 0.6, 120, -38 if x % 2 else 200)], color, 18)
    for side in (0, 1):
        for fold in range(9):
            near, far = fold * 44, fold * 44 + 48
            sway = 60 * math.cos(fold / 8 * math.pi / 2)
            points = [
                (near, 0),
                (far, 0),
                (far - 22 + sway * 0.3, 520),
                (far - 60 + sway, 1000),
                (near - 60 + sway, 1000),
            ]
            sheet.polygon(
                [((1600 - x) if side else x, y) for x, y in points], ["#a92f2a", "#8d2326", "#c33d2f"][fold % 3]
            )
    for number in range(9):
        sheet.disc(90 + number * 178, -18, 118, "#8d2326" if number % 2 else "#b23630")
    return sheet.finished()
