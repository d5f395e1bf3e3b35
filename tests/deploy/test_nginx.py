"""What readers, members and strangers get of the site through nginx, as deploy/ sets it up."""

import gzip
import re
import socket
import ssl
import threading
import time

import brotli
import pytest

from tests.deploy.installed import NAME
from tests.deploy.test_serve import GARBAGE
from tools.heavy import wave_header
from tools.outages.people import hidden_fields

#: What readers say that they accept → the encoding of what they get.
ACCEPTED = {
    "gzip, deflate, br, zstd": "br",
    "gzip;q=1.0, br;q=0.5, *;q=0.1": "br",
    "br": "br",
    "gzip, deflate": "gzip",
    "br;q=0, gzip": "gzip",
    "br;q=0.0,gzip ; q=0": None,
    "identity": None,
    "brotli": None,
    "": None,
}


def accepting(accepted):
    return {"Accept-Encoding": accepted}


def decoded(answer):
    """What an Answer says, whatever its encoding (str)."""
    undo = {"br": brotli.decompress, "gzip": gzip.decompress}.get(answer.headers.get("content-encoding"), bytes)
    return undo(answer.content).decode()


# --- Pages ------------------------------------------------------------------------------------


def test_the_home_page_comes_by_https_with_the_site_s_own_headers(reader):
    answer = reader.get("/")
    assert answer.status == 200 and "<h1" in answer.text
    for name in ("content-security-policy", "strict-transport-security", "etag", "last-modified"):
        assert name in answer.headers
    assert answer.headers["server"] == "nginx"
    assert "x-accel-expires" not in answer.headers and "set-cookie" not in answer.headers


def test_http_2_is_spoken(front):
    trust = front.visitor().trust
    trust.set_alpn_protocols(["h2", "http/1.1"])
    with trust.wrap_socket(socket.create_connection(("127.0.0.1", front.secure)), server_hostname=NAME) as connection:
        assert connection.selected_alpn_protocol() == "h2"
        assert connection.version() == "TLSv1.3"


def said_to(port, request):
    """What comes (bytes) for these bytes, until the connection is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=40) as connection:
        connection.sendall(request)
        said = b""
        try:
            while part := connection.recv(65536):
                said += part
        except ConnectionResetError:
            pass
        return said


def test_http_leads_to_https_and_another_name_nowhere(front):
    answer = said_to(front.plain, f"GET /agenda/?q=a HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 301") and f"Location: https://{NAME}/agenda/?q=a".encode() in answer
    assert said_to(front.plain, b"GET / HTTP/1.1\r\nHost: 203.0.113.9\r\n\r\n") == b""
    with pytest.raises(ssl.SSLError):
        front.visitor().trust.wrap_socket(
            socket.create_connection(("127.0.0.1", front.secure)), server_hostname="ailleurs.example.org"
        )


@pytest.mark.parametrize("accepted", ACCEPTED)
def test_each_reader_gets_an_encoding_that_they_read(reader, accepted):
    encoding = ACCEPTED[accepted]
    plain = reader.get("/").text
    for _time in range(2):  # made, then kept
        answer = reader.get("/", **accepting(accepted))
        assert answer.headers.get("content-encoding") == encoding
        assert decoded(answer) == plain
        assert answer.headers["vary"] == "Accept-Encoding"


def test_a_page_is_kept_once_for_each_encoding(front, reader):
    for accepted in ACCEPTED:
        reader.get("/?page=3", **accepting(accepted))
    assert front.kept().count("/?page=3") == 4  # brotli alone, as the third of ACCEPTED, is a fourth


def test_head_and_conditions_are_answered_as_the_site_would(reader):
    for _time in range(2):
        whole = reader.get("/", **accepting("br"))
        head = reader.head("/", **accepting("br"))
        assert (head.status, head.content) == (200, b"")
        assert {name: head.headers[name] for name in ("etag", "content-length")} == {
            name: whole.headers[name] for name in ("etag", "content-length")
        }
        known = {"If-None-Match": whole.headers["etag"]}
        assert reader.get("/", **known, **accepting("br")).status == 304
        assert reader.get("/", **known).status == 200, "of another encoding"


def test_what_is_asked_makes_another_page(reader):
    for _time in range(2):
        whole, ordered = reader.get("/reflexions/"), reader.get("/reflexions/?tri=titre")
        assert whole.status == ordered.status == 200 and whole.text != ordered.text
    assert reader.get("/reflexions/?page=2000").status == reader.get("/reflexions/?page=2000").status


def test_what_people_type_is_not_written_on_the_disk(front, reader):
    for path in (
        "/recherche/?q=mon-nom",
        "/reflexions/?q=mon-nom",
        "/agenda/?lieu=mon-village",
        "/recherche.xml?q=mon-nom",
    ):
        assert reader.get(path).status == 200
        assert reader.get(path).status == 200
    assert not any("mon-nom" in address for address in front.kept())


def test_forms_are_everybody_s_own_and_nobody_waits_for_another(front, reader):
    reader.get("/contribuer/texte/")
    pages, began = [], time.monotonic()
    people = [
        threading.Thread(target=lambda: pages.append(front.visitor().get("/contribuer/texte/"))) for _ in range(8)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len({hidden_fields(page.text)["formulaire"] for page in pages}) == 8
    assert time.monotonic() - began < 3, "nginx would make them wait half a second each"
    assert "/contribuer/texte/" not in front.kept()


def test_what_is_sent_arrives_and_is_not_kept(front, reader):
    answer = reader.fill("/contact/", subject="Bonjour", text="")
    assert answer.status == 422 and "error" in answer.text
    assert reader.post("/?page=4", {"a": "b"}).status in {403, 405}
    assert not {"/contact/", "/?page=4"} & {*front.kept()}


def test_a_sound_is_sent_through_it(front, reader):
    form = hidden_fields(reader.get("/contribuer/son/").text)
    sound = wave_header(3_000_000) + bytes(3_000_000)
    answer = reader.post("/contribuer/fichiers/", form, [("attachments", "nuit.wav", sound)])
    assert answer.status == 200, answer.text
    arrived = [path for path in (front.home / "quarantaine").iterdir() if path.is_file()]
    assert [path.stat().st_size for path in arrived] == [len(sound)]
    assert not list((front.root / "var/lib/nginx/body").iterdir()), "nginx keeps nothing of it"


@pytest.mark.parametrize(
    ("path", "length"),
    [("/contribuer/video/", 900_000_000), ("/", 4_000_000), ("/recherche/", 800_000_000)],
)
def test_what_is_too_heavy_is_refused_in_french_before_it_is_written(front, path, length):
    """Where nobody sends files, nobody fills the disk with them."""
    assert "413" in (said := announced(front, path, length)) and "trop lourd" in said


def announced(front, path, length):
    """What is answered (str) to whoever says that so many bytes come."""
    with front.visitor().connected() as connection:
        connection.settimeout(5)
        connection.sendall(f"POST {path} HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: {length}\r\n\r\n".encode())
        said = b""
        while b"</html>" not in said and (more := connection.recv(4096)):
            said += more
    return said.decode()


# --- Members ----------------------------------------------------------------------------------


def test_who_has_a_session_neither_receives_what_is_kept_nor_adds_to_it(front, reader):
    member = front.visitor()
    assert member.sign_in().status == 302
    page = "/?page=5"
    assert "wagtail-userbar" in member.get(page).text
    assert member.get("/nulle-part/").status == 404
    assert not {page, "/nulle-part/"} & {*front.kept()}
    assert "wagtail-userbar" not in reader.get(page).text
    assert "wagtail-userbar" in member.get(page).text
    assert "wagtail-userbar" not in reader.get(page).text
    assert member.get("/admin/").status == 200
    assert front.kept().count(page) == 1


def test_the_administration_is_not_kept(front, reader):
    assert reader.get("/admin/").status == 302
    assert reader.get("/%61dmin/login/").status == 200
    assert not any("dmin" in address for address in front.kept())


# --- Files ------------------------------------------------------------------------------------


def test_files_are_served_with_what_keeps_them_harmless(front, reader):
    sound = next(path for path in (front.home / "media").rglob("*.mp3"))
    address = "/" + str(sound.relative_to(front.home))
    answer = reader.get(address)
    assert answer.content == sound.read_bytes()
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "max-age=2592000"
    assert "content-disposition" not in answer.headers
    part = reader.get(address, Range="bytes=10-19")
    assert (part.status, part.content) == (206, sound.read_bytes()[10:20])


@pytest.mark.parametrize(
    ("name", "kind", "disposition"),
    [("page.html", "text/html", "attachment"), ("sous-titres/a.vtt", "text/vtt", None)],
)
def test_a_file_that_is_no_image_is_downloaded_and_captions_are_read(front, reader, name, kind, disposition):
    path = front.home / "media" / name
    path.parent.mkdir(exist_ok=True)
    path.parent.chmod(0o755)
    path.write_text("WEBVTT")
    answer = reader.get(f"/media/{name}")
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers.get("content-disposition") == disposition


@pytest.mark.parametrize("path", ["/media/documents/a.pdf", "/media/x/../documents/a.pdf", "/media//documents/a.pdf"])
def test_documents_are_only_given_by_the_site(front, reader, path):
    documents = front.home / "media/documents"
    documents.mkdir(exist_ok=True)
    documents.chmod(0o755)
    (documents / "a.pdf").write_text("secret")
    assert reader.get(path).status == 404


@pytest.mark.parametrize("path", ["/media../prive/", "/media../site/.env", "/static/../.env", "/indisponible.html"])
def test_nothing_else_of_the_disk_is_served(reader, path):
    assert reader.get(path).status in {400, 404}


# --- Hostile people ---------------------------------------------------------------------------


def test_no_log_names_anybody_whatever_is_sent(front, reader):
    """TRAPS 10; the site is stopped too, for nginx writes then who could not be answered."""
    requests = [*GARBAGE, b"GET /..%2f..%2f HTTP/1.1\r\nHost: " + NAME.encode() + b"\r\n\r\n"]
    for request in requests:
        said_to(front.plain, request)
        with front.visitor().connected() as connection:
            connection.settimeout(5)
            connection.sendall(request)
            try:
                connection.recv(4096)
            except OSError:
                pass
        said_to(front.secure, request)
    assert "413" in announced(front, "/contact/", 900_000_000)
    with front.without_site():
        assert reader.get("/contact/").status == 503
        assert reader.get("/media/nulle-part.jpg").status == 404
        assert "Ce fichier n’est pas là" in reader.get("/media/nulle-part.jpg").text
    logs = front.logs()
    assert "Started worker" in logs, "what the site writes is read too"
    found = re.findall(r".*(?:127\.0\.0\.1|203\.0\.113\.9|2001:db8::7|quelqu\.une@example\.org).*", logs)
    assert found == []
