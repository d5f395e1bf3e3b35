"""The subjects of generated contents, and how readers ask for them."""

from tools.bench.subjects.people import SUBJECTS as OF_PEOPLE
from tools.bench.subjects.subject import SORTS, Subject
from tools.bench.subjects.things import SUBJECTS as OF_THINGS

SUBJECTS = [*OF_PEOPLE, *OF_THINGS]

__all__ = ["SORTS", "SUBJECTS", "Subject"]
