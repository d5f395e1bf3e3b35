"""The corpus of hostile files: refused with a sentence, or cleaned; never an error, and nothing is left behind."""

import pytest

from core.files import recordings
from tests.hostile.corpus import CORPUS
from tests.hostile.trial import tried

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not recordings.can_look(), reason="ffmpeg is not there"),
    pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning"),
]
#: Doors take turns here; `make audit` sends every file by all of them.
FILES = [file for family in CORPUS.values() for file in family]


@pytest.mark.parametrize("file", FILES, ids=[f"{number}-{file.name[-20:]!a}" for number, file in enumerate(FILES)])
def test_a_hostile_file_is_refused_with_a_sentence_or_cleaned(people, tmp_path, file):
    trial = tried(file, people, tmp_path / "tmp", FILES.index(file))
    assert trial.outcomes
    assert not trial.faults, "\n".join(trial.faults)


def test_there_are_more_than_forty_files_and_each_is_another():
    assert len(FILES) > 160
    assert len({file.said for file in FILES}) == len(FILES)
    assert len({(file.name, file.make()) for file in FILES}) == len(FILES)
    assert len({file.make() for file in FILES}) > 130
