"""The scripts that Wagtail writes in its pages, turned into data that our own file reads (static/js/admin/widgets.js).

Each of them is one call of a known function with an identifier and options: `new PageChooser("id", {…});`. Their text
changes with each field, and some are run again when a form is added to the page: neither hashes nor a nonce hold.
"""

import json
import re

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser

_CALL = re.compile(r"(?:new )?(\w+)\((.*)\);", re.DOTALL)


def started(script):
    """What stands for `script` (str, one call whose arguments are JSON: identifier, then options if any) in a page.

    Raises ValueError for anything else: such a script would not run, and whoever updates Wagtail must know.
    """
    call = _CALL.fullmatch(script)
    if not call:
        raise ValueError(f"not one call: {script}")
    identifier, *options = json.loads(f"[{call[2]}]")
    return format_html(
        '<start-widget hidden data-call="{}" data-id="{}" data-options="{}"></start-widget>',
        call[1],
        identifier,
        json.dumps(options[0]) if options else "",
    )


def _render_chooser(self, name, value, attrs=None, renderer=None):
    """Wagtail's own BaseChooser.render, without its inline script."""
    chosen = self.get_value_data(value)
    html = self.render_html(name, chosen, attrs)
    return html + started(self.render_js_init(attrs["id"], name, chosen))


BaseChooser.render = _render_chooser
