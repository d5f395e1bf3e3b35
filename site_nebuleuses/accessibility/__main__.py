"""`python -m site_nebuleuses.accessibility` writes docs/accessibilite.md."""

from pathlib import Path

from site_nebuleuses.accessibility.grid import as_markdown, grid

WRITTEN = Path(__file__).resolve().parents[2] / "docs" / "accessibilite.md"

if __name__ == "__main__":
    WRITTEN.write_text(as_markdown(grid()))
