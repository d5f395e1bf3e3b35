"""Addresses of the web as they are compared: the same page has many, by how it was copied. Pure."""

from urllib.parse import parse_qsl, unquote, urlsplit

#: Parameters that say who sent a reader, and nothing of the page.
_WHO_SENT = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


def canonical_link(address):
    """What tells the page of an `address` (str) from another (str), "" where there is none.

    Neither its scheme, « www. », its last slash, its fragment, what follows a reader, nor the order of the rest counts.

    >>> canonical_link("http://www.Exemple.org/a-lire/?utm_source=lettre#haut")
    'exemple.org/a-lire'
    """
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host, port = linked_host(address), parts.port
    except ValueError:
        return ""
    asked = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_WHO_SENT))
    query = "&".join(f"{name}={value}" for name, value in asked)
    place = f"{host}:{port}" if port not in {None, 80, 443} else host
    return f"{place}{unquote(parts.path).rstrip('/')}{'?' if query else ''}{query}" if host else ""


def linked_host(address):
    """The name of the site (str, without « www. ») of an `address` (str), "" where there is none."""
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
