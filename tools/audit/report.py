"""What a measure gives, and how it is written for people: in the terminal and in docs/audit.md."""

from dataclasses import dataclass, field
from datetime import date

#: What is before the title of each.
SECTION = "\n\n## "


@dataclass
class Table:
    """One measure: its title, what was asked, its rows; `faults` (list of str) is empty when all is well.

    `unmeasured` (list of str) is what could not be looked at: neither well nor wrong, and said first.
    """

    title: str
    asked: str
    columns: list
    rows: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    unmeasured: list = field(default_factory=list)

    def text(self):
        """The table in Markdown (str)."""
        lines = [f"## {self.title}", "", f"{self.asked} **{self.verdict}**"]
        if self.rows:
            lines += ["", _row(self.columns), _row(["---"] * len(self.columns)), *map(_row, self.rows)]
        unmeasured = [f"Non mesuré\xa0: {item}" for item in self.unmeasured]
        for items in (self.faults, unmeasured, self.remarks):
            if items:
                lines += ["", *(f"- {_flat(item)}" for item in items)]
        return "\n".join(lines)

    @property
    def verdict(self):
        """Whether it is met (str): what could not be measured is never."""
        if self.faults:
            return f"Non tenu\xa0: {counted(len(self.faults), 'écart')}."
        return "Pas entièrement mesuré\xa0: on ne sait pas." if self.unmeasured else "Tenu."


def document(tables, versions, day=None):
    """The text of docs/audit.md (str) from what was measured, and with which programs (dict name → version)."""
    day = day or date.today()
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    opening = (
        "# Les dernières mesures\n\n"
        "Écrit par `make audit`, qui mesure le site d’exemple servi comme en production (fichiers compressés, `DEBUG`\n"
        "éteint), et des sites à lui sur chaque base\u202f; ne pas modifier à la main.\n\n"
        f"Le {day:%d/%m/%Y}, avec {said}."
    )
    return "\n\n".join([opening, *(table.text() for table in tables)]) + "\n"


def with_sections(text, tables, day=None):
    """The `text` of docs/audit.md (str) with `tables`, measured apart, in place of their former sections or last."""
    day = day or date.today()
    for table in tables:
        table.remarks.append(f"mesuré à part, le {day:%d/%m/%Y}")
        text = with_section(text, table)
    return text.rstrip("\n") + "\n"


def with_section(text, table):
    """`text` (str, Markdown) with the section of `table` in the place of that of the same title, or at the end."""
    opening, *sections = text.rstrip("\n").split(SECTION)
    return SECTION.join([opening, *replaced(sections, f"{table.title}\n", table.text().removeprefix("## "))])


def replaced(parts, beginning, new):
    """`parts` (list of str) where `new` takes the place of the one with that `beginning`, or comes at the end."""
    found = [new if part.startswith(beginning) else part for part in parts]
    return found if new in found else [*found, new]


def counted(number, noun):
    """« 3 écarts » (str)."""
    return f"{number}\xa0{noun}{'s' if number > 1 else ''}"


def kilobytes(number):
    """A number of bytes in thousands of bytes, as French writes it: « 12,3 » (str)."""
    return f"{number / 1000:.1f}".replace(".", ",")


def _row(cells):
    return f"| {' | '.join(_flat(str(cell)) for cell in cells)} |"


def _flat(text):
    """`text` on one line, safe in a cell (str)."""
    return text.replace("\n", " ").replace("|", "\\|")
