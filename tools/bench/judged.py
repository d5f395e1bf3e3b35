"""The judged queries: what readers ask, and what each content is worth to them, whatever the search makes of it."""

from dataclasses import dataclass, field

from tools.bench.contents import BLOCK, generate
from tools.bench.example_queries import ALSO, QUERIES
from tools.bench.subjects import SUBJECTS

#: Contents among which relevance and parity are measured, beside those of the example.
NUMBER = 2 * BLOCK


@dataclass(frozen=True)
class Judged:
    """A query, its sort (tools.bench.subjects.subject.SORTS), and what answers it: end of the address → 1 to 3."""

    text: str
    sort: str
    grades: dict = field(hash=False)


def judged_queries(number=NUMBER):
    """Every judged query (list of Judged), over the example and the first `number` generated contents.

    A generated content is worth what its generator meant: 3 with the subject in its title, 2 in its summary, 1 in its
    text alone, in whatever spelling; nothing when its words only look like it.
    """
    worth = {subject.key: dict(ALSO.get(subject.key, {})) for subject in SUBJECTS}
    for content in generate(number):
        for key, grade in content.about.items():
            worth[key][content.slug] = grade
    of_example = [Judged(text, sort, grades) for text, sort, grades in QUERIES]
    return of_example + [
        Judged(text, sort, worth[subject.key]) for subject in SUBJECTS for text, sort in subject.queries.items()
    ]
