"""What the documentation shows of systemd is what deploy/ holds."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("path", sorted((ROOT / "deploy").iterdir()), ids=lambda path: path.name)
def test_each_file_is_in_the_documentation_word_for_word(path):
    document = (ROOT / "docs" / "exploitation.md").read_text()
    assert f"`/etc/systemd/system/{path.name}` :\n\n```ini\n{path.read_text()}```\n" in document
