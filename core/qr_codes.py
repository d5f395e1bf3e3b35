"""QR codes, as drawings without a style of their own."""

import io

import segno
from django.utils.safestring import mark_safe


def qr_code(address):
    """The `<svg>` (safe str) of a QR code that holds `address` (str); screen readers have a link that says the same."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, svgclass="qr-code", lineclass=None, omitsize=True, border=2
    )
    svg = drawn.getvalue().decode().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return mark_safe(svg)  # noqa: S308 -- numbers only: the address is drawn, not written
