"""The grid: criteria with what was found of them, what follows for the whole, and docs/accessibilite.md."""

from dataclasses import dataclass

from site_nebuleuses.accessibility.criteria import THEMES
from site_nebuleuses.accessibility.results import LOOKED_AT_ON, MET, NOT_MET, NOT_THERE, RESULTS

#: From which share of met criteria a site may say so (article 3 of the arrêté of 20 September 2019).
_PARTLY = 50


@dataclass(frozen=True)
class Criterion:
    """One line: its `number` (« 1.1 »), in a few `words`, its `verdict`, `how` it was looked at, a `remark`."""

    number: str
    words: str
    verdict: str
    how: str
    remark: str


@dataclass(frozen=True)
class Grid:
    """What is known of the site: `themes` (list of (number, name, list of Criterion))."""

    themes: list

    @property
    def criteria(self):
        return [criterion for _number, _name, criteria in self.themes for criterion in criteria]

    def found(self, verdict):
        return [criterion for criterion in self.criteria if criterion.verdict == verdict]

    @property
    def met(self):
        return self.found(MET)

    @property
    def not_met(self):
        return self.found(NOT_MET)

    @property
    def not_there(self):
        return self.found(NOT_THERE)

    @property
    def applicable(self):
        """How many criteria the site can meet or not (int)."""
        return len(self.met) + len(self.not_met)

    @property
    def rate(self):
        """The share (int, percent, rounded down) of the applicable criteria that are met."""
        return 100 * len(self.met) // self.applicable

    @property
    def state(self):
        """« totalement », « partiellement » or « non », before « conforme » (str)."""
        if not self.not_met:
            return "totalement"
        return "partiellement" if self.rate >= _PARTLY else "non"

    @property
    def looked_at_on(self):
        return LOOKED_AT_ON

    def not_met_themes(self):
        """Per theme, what is not met (list of (name, list of Criterion)), without those that are."""
        lacking = [(name, [one for one in some if one.verdict == NOT_MET]) for _number, name, some in self.themes]
        return [(name, criteria) for name, criteria in lacking if criteria]


def grid():
    """The Grid of this version of the site."""
    return Grid(
        [
            (theme, name, [_criterion(f"{theme}.{place}", words) for place, words in enumerate(criteria, 1)])
            for theme, (name, criteria) in enumerate(THEMES.items(), 1)
        ]
    )


def _criterion(number, words):
    return Criterion(number, words, *RESULTS[number])


def state(request):
    """What the foot of each page says of it (context processor; decree 2019-768 of 24 July 2019, article 4)."""
    return {"accessibility_state": _STATE}


def as_markdown(found):
    """docs/accessibilite.md (str) for a Grid."""
    lines = [
        "# Accessibilité : la grille du RGAA 4.1",
        "",
        "Écrit par `python -m site_nebuleuses.accessibility`, d’après `site_nebuleuses/accessibility/results.py` ;",
        "ne pas modifier à la main. La page `/accessibilite/` dit la même chose au public.",
        "",
        f"Relu le {LOOKED_AT_ON:%d/%m/%Y}, par les auteurs du logiciel, sur le site d’exemple, sans essai avec un",
        "lecteur d’écran. Ce que le collectif publie ensuite (textes, vidéos, documents) peut changer le résultat.",
        "",
        f"**{found.rate} % des critères applicables sont respectés** : {len(found.met)} conformes, "
        f"{len(found.not_met)} non conformes, {len(found.not_there)} non applicables.",
    ]
    for number, name, criteria in found.themes:
        lines += [
            "",
            f"## {number}. {name}",
            "",
            "| critère | résultat | vérifié par | remarque |",
            "|---|---|---|---|",
        ]
        lines += [f"| {one.number} {one.words} | {one.verdict} | {one.how} | {one.remark} |" for one in criteria]
    return "\n".join(lines) + "\n"


_STATE = grid().state
