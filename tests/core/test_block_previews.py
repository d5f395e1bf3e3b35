"""What the editor's block picker shows: no file exists there, and nothing may break."""

import pytest
from django.template.loader import render_to_string

from core.blocks import BodyBlock

BLOCKS = BodyBlock().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_shows_its_example_dressed_like_the_site(name, db):
    block = BLOCKS[name]
    bound_block = block.bind(block.get_preview_value())
    html = render_to_string(
        block.get_preview_template(bound_block.value) or "wagtailcore/shared/block_preview.html",
        {"bound_block": bound_block, "page_title": str(block.label)},
    )
    words = html.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    assert words.strip()
    assert "site.css" in html
