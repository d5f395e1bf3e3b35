"""What browsers may do with an answer, as data: the Content-Security-Policy of pages and of the admin, and the rest.

W3C Content Security Policy Level 3, Permissions Policy, Fetch (Cross-Origin-Resource-Policy).
"""

import re

from django.conf import settings

SELF, NONE, UNSAFE_HASHES = "'self'", "'none'", "'unsafe-hashes'"

#: A site that scripts nothing, styles nothing in its pages, and shows nothing that is not its own.
PUBLIC = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "media-src": [SELF],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

#: The only things written in pages of the admin that are let through: their text is the same everywhere.
MEDIA_TITLE = "'sha256-Jx16Tpaz2Kcypjovu4mlVyW3Ji0PExMKe5W9Wr3cmBs='"  # wagtailmedia/media/add.html
NOTHING_DONE = "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"  # `return;`: Jcrop asks which events there are
EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"  # Draftail without a placeholder
NESTED_LISTS = "'sha256-Mhr2Q/2u+/s2WzwlFRrqCw7x0IU+emukGS8Q9RtPZ44='"  # Draftail: the numbers of lists inside lists
DESK_MARGIN = "'sha256-qd+Nhc9yA8AHpeBWfcIrlo6n2kt+8yFCuBqBOgxc9WY='"  # `margin-top:30px;`: modeladmin/index.html

#: Wagtail's: its scripts are files, or data that our own file reads (core/admin_scripts.py).
ADMIN = {
    **PUBLIC,
    "script-src": [SELF, MEDIA_TITLE],
    "script-src-attr": [UNSAFE_HASHES, NOTHING_DONE],
    "style-src": [SELF, EMPTY_STYLE, NESTED_LISTS],
    "style-src-attr": [UNSAFE_HASHES, DESK_MARGIN],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}

#: A document that opens in the browser: nothing in it acts, and it is nobody's page.
DOCUMENT = "sandbox; default-src 'none'; frame-ancestors 'none'"

#: A file of the media, opened by itself: it is what its type says, and nothing in it acts. nginx says the same.
MEDIA = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
)

ADMIN_ADDRESS = "/admin/"


def policy_of(path, framed, plays):
    """The directives (dict str → list of str) of an answer at `path`.

    `framed` is a preview that the editor shows; `plays`, a page where a click opens a player of settings.PLAYER_HOSTS.
    """
    if path.startswith(ADMIN_ADDRESS) and not framed:
        return ADMIN
    more = {"frame-ancestors": [SELF]} if framed else {}
    return PUBLIC | more | ({"frame-src": list(settings.PLAYER_HOSTS)} if plays else {})


#: What pages may use of the machine: the clipboard for a button, a key to sign in; players, sound and the whole screen.
PERMISSIONS = {
    **dict.fromkeys(
        (
            "accelerometer",
            "browsing-topics",
            "camera",
            "display-capture",
            "encrypted-media",
            "geolocation",
            "gyroscope",
            "hid",
            "identity-credentials-get",
            "idle-detection",
            "local-fonts",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "screen-wake-lock",
            "serial",
            "usb",
            "xr-spatial-tracking",
        ),
        "()",
    ),
    "clipboard-write": "(self)",
    "publickey-credentials-create": "(self)",
    "publickey-credentials-get": "(self)",
}

#: What is made for other sites, which may show it in their pages: feeds, calendars, data, social cards, files.
FOR_OTHERS = re.compile(r"/static/.*|/apercu/.*|.*\.(?:xml|ics|geojson)|/agenda\.json|/media/.*")


def headers_of(path, plays):
    """The other headers (dict) of an answer at `path`, for those that no view or middleware has set.

    `plays` as for policy_of: elsewhere, naming the players took a third of the headers, and a tenth of nginx's time.
    """
    players = " ".join(("self", *(f'"{host}"' for host in settings.PLAYER_HOSTS if plays)))
    permissions = PERMISSIONS | dict.fromkeys(("autoplay", "fullscreen"), f"({players})")
    return {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}={allowed}" for feature, allowed in permissions.items()),
        "Cross-Origin-Resource-Policy": "cross-origin" if FOR_OTHERS.fullmatch(path) else "same-origin",
    }
