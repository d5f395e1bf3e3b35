"""The chart of the figures: where each bar of the SVG is. Bars lie down, so that months read on a phone too. Pure."""

from dataclasses import dataclass

#: Widths and heights, in units of the drawing.
WIDTH, LABEL_WIDTH = 360, 76
BAR, GAP, TOP = 8, 8, 16
SERIES = ("received", "accepted", "declined")
ROW = BAR * len(SERIES) + GAP
#: The right margin, where the last figure of the scale has its half.
_MARGIN = 12
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Bar:
    name: str
    y: int
    width: float


@dataclass(frozen=True)
class Row:
    month: object
    middle: float
    bars: tuple


@dataclass(frozen=True)
class Mark:
    number: int
    x: float


class Chart:
    """`months`: what has a month and an int for each of SERIES, in the order of time."""

    width, label_width, bar, top = WIDTH, LABEL_WIDTH, BAR, TOP

    def __init__(self, months):
        highest = max((getattr(one, name) for one in months for name in SERIES), default=0)
        step = _step(highest)
        most = max(step, -(-highest // step) * step)
        self._unit = (WIDTH - LABEL_WIDTH - _MARGIN) / most
        self.height = TOP + ROW * len(months)
        self.marks = [Mark(number, self._x(number)) for number in range(0, most + 1, step)]
        self.rows = [self._row(TOP + GAP // 2 + ROW * rank, one) for rank, one in enumerate(months)]

    def _row(self, y, one):
        bars = (
            Bar(name, y + BAR * rank, round(getattr(one, name) * self._unit, 1)) for rank, name in enumerate(SERIES)
        )
        return Row(one.month, y + BAR * len(SERIES) / 2, tuple(bars))

    def _x(self, number):
        return round(LABEL_WIDTH + number * self._unit, 1)


def _step(highest):
    """Of 1, 2, 5, 10, 20… (int), the first that makes five marks at the most of a scale up to `highest` (int)."""
    power = 1
    while True:
        for digit in _STEPS:
            if digit * power * 5 >= highest:
                return digit * power
        power *= 10
