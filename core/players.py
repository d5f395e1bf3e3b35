"""Videos and sounds kept elsewhere: which addresses are known, what plays them, what their host calls itself. Pure.

One table says it all. Nothing here asks anybody anything.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: Instances of PeerTube that are known without a setting.
PEERTUBE_HOSTS = [
    "framatube.org",
    "indymotion.fr",
    "kolektiva.media",
    "skeptikon.fr",
    "tube.aquilenet.fr",
    "tube.fdn.fr",
    "video.blender.org",
]

#: Printable ASCII without brackets nor backslash: nothing that a browser reads otherwise than Python does.
_PLAIN = re.compile(r"https://[!-Z^-~]{1,490}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")


@dataclass(frozen=True)
class Form:
    """A form of addresses: `hosts` (set of str), `path` (with the query) whose groups make the two others."""

    hosts: frozenset
    path: re.Pattern
    page: str
    frame: str


@dataclass(frozen=True)
class Host:
    """Who keeps recordings.

    `oembed` is asked for titles and posters (empty: this host answers none); `posters` are the hosts of these.
    `wants_our_name`: it plays only where it is told which site shows it (YouTube's error 153, since 2025).
    """

    name: str
    forms: tuple
    oembed: str = ""
    posters: re.Pattern = re.compile("(?!)")
    is_sound: bool = False
    wants_our_name: bool = False


@dataclass(frozen=True)
class Player:
    """A recording elsewhere: its `page`, by which it is known, and the address of the `frame` that plays it."""

    host: Host
    page: str
    frame: str

    @property
    def frame_host(self):
        """Whom a click asks, as one says it (str): « youtube-nocookie.com »."""
        return urlsplit(self.frame).netloc.removeprefix("www.")

    @property
    def page_host(self):
        return urlsplit(self.page).netloc.removeprefix("www.")

    @property
    def question(self):
        """The address (str) at which its host says its title (oEmbed 1.0 §2.2); empty where it says nothing."""
        return f"{self.host.oembed}?format=json&url={quote(self.page, safe='')}" if self.host.oembed else ""

    @property
    def referrer_policy(self):
        return "strict-origin-when-cross-origin" if self.host.wants_our_name else "no-referrer"


def _form(hosts, path, page, frame):
    return Form(frozenset(hosts.split()), re.compile(path, re.ASCII), page, frame)


_YOUTUBE = ("https://www.youtube.com/watch?v={0}", "https://www.youtube-nocookie.com/embed/{0}?autoplay=1&rel=0")
_VIMEO = "https://player.vimeo.com/video/{0}?dnt=1&autoplay=1"
_SOUNDCLOUD = "https://w.soundcloud.com/player/?auto_play=true&url=https%3A//soundcloud.com/{0}"

HOSTS = (
    Host(
        "YouTube",
        (
            _form(
                "www.youtube.com youtube.com m.youtube.com www.youtube-nocookie.com",
                r"(?:/watch\?(?:[^#]*&)?v=|/(?:embed|shorts|live)/)([\w-]{11})(?:[/?&].*)?",
                *_YOUTUBE,
            ),
            _form("youtu.be", r"/([\w-]{11})(?:\?.*)?", *_YOUTUBE),
        ),
        "https://www.youtube.com/oembed",
        re.compile(r"i\d?\.ytimg\.com"),
        wants_our_name=True,
    ),
    Host(
        "Vimeo",
        (
            _form("vimeo.com www.vimeo.com", r"/(\d{1,15})/?(?:\?.*)?", "https://vimeo.com/{0}", _VIMEO),
            _form(
                "vimeo.com www.vimeo.com",
                r"/(\d{1,15})/([0-9a-f]{6,20})/?(?:\?.*)?",
                "https://vimeo.com/{0}/{1}",
                _VIMEO + "&h={1}",
            ),
            _form("player.vimeo.com", r"/video/(\d{1,15})/?(?:\?(?!.*\bh=).*)?", "https://vimeo.com/{0}", _VIMEO),
        ),
        "https://vimeo.com/api/oembed.json",
        re.compile(r"i\.vimeocdn\.com"),
        wants_our_name=True,
    ),
    Host(
        "SoundCloud",
        (
            _form(
                "soundcloud.com www.soundcloud.com m.soundcloud.com",
                r"/([\w-]+/(?:sets/)?[\w-]+(?:/s-\w+)?)/?(?:\?.*)?",
                "https://soundcloud.com/{0}",
                _SOUNDCLOUD,
            ),
        ),
        "https://soundcloud.com/oembed",
        re.compile(r"i\d\.sndcdn\.com"),
        is_sound=True,
    ),
    Host(
        "Arte",
        (
            _form(
                "www.arte.tv arte.tv",
                r"/(fr|de|en|es|it|pl)/videos/(\d{6}-\d{3}-[A-Z])(?:/.*)?",
                "https://www.arte.tv/{0}/videos/{1}/",
                "https://www.arte.tv/embeds/{0}/{1}?autoplay=true",
            ),
        ),
    ),
    Host(
        "Internet Archive",
        (
            _form(
                "archive.org www.archive.org",
                r"/details/([\w.-]{1,100})(?:[/?].*)?",
                "https://archive.org/details/{0}",
                "https://archive.org/embed/{0}",
            ),
        ),
    ),
)


def peertube(name):
    """The Host of one instance of PeerTube, which keeps its own titles and posters. `p2p=0`: readers do not send the
    film to each other, which would tell each the address of the others."""
    keys = r"([\w-]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[;?].*)?"
    page, frame = f"https://{name}/w/{{0}}", f"https://{name}/videos/embed/{{0}}?p2p=0&autoplay=1"
    form = _form(name, rf"/(?:w|videos/watch|videos/embed)/{keys}", page, frame)
    return Host("PeerTube", (form,), f"https://{name}/services/oembed", re.compile(re.escape(name)))


def player_of(address, peertube_hosts=()):
    """The Player of an `address` (str), as people paste it; None where it is of no host of the table.

    HTTPS only, and the very name of the host: no account, no port, no other alphabet.
    """
    if not _PLAIN.fullmatch(address or ""):
        return None
    parts = urlsplit(address)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    name = parts.netloc.lower()
    for host in (*HOSTS, *(peertube(name) for one in peertube_hosts if one == name)):
        for form in host.forms:
            found = name in form.hosts and form.path.fullmatch(path)
            if found:
                return Player(host, form.page.format(*found.groups()), form.frame.format(*found.groups()))
    return None


def names_of_hosts(peertube_hosts=()):
    """What an editor is told (str): « YouTube, Vimeo…, PeerTube (framatube.org…) »."""
    return ", ".join([*(host.name for host in HOSTS), f"PeerTube ({', '.join(peertube_hosts)})"])


def player_origins(peertube_hosts=()):
    """Every origin (tuple of str, « https://player.vimeo.com ») that a click may put in a frame."""
    frames = [form.frame for host in (*HOSTS, *map(peertube, peertube_hosts)) for form in host.forms]
    return tuple(sorted({f"https://{urlsplit(frame).netloc}" for frame in frames}))


def peertube_hosts(env):
    """The instances (list of str) that an environ.Env says. Raises ImproperlyConfigured on what is no host name."""
    hosts = [host.strip().lower() for host in env.list("PEERTUBE_HOSTS", default=[]) if host.strip()]
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise ImproperlyConfigured(f"PEERTUBE_HOSTS: « {host} » n’est pas un nom de machine (tube.exemple.org).")
    return hosts or PEERTUBE_HOSTS
