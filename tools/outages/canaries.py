"""A hostile walk that plants what must never be read in a journal: one word for each way that it could get there."""

import socket
from contextlib import suppress
from urllib.parse import quote

from tools.outages.people import Visitor

#: What is planted (dict: where → words); each is found nowhere else.
CANARIES = {
    "IPv4 that the front server gives": "203.0.113.77",
    "IPv4 that a client claims": "198.51.100.78",
    "IPv6 that a client claims": "2001:db8:cafe::79",
    "Forwarded": "Fourbi-canari",
    "X-Real-IP": "198.51.100.80",
    "Host": "hote-canari.example.net",
    "User-Agent": "Navigateuse-canari",
    "Referer": "provenance-canari",
    "cookie": "biscuit-canari",
    "path": "chemin-de-lea-canari",
    "query string": "requete-canari",
    "search words": "rhododendron-canari",
    "e-mail as a name": "lea.canari@example.net",
    "wrong password": "Sesame-canari-81",
    "right password": "un mot de passe assez long",
    "form, name": "Léa Canari-Martin",
    "form, e-mail that is none": "lea-canari@@example",
    "form, e-mail": "expeditrice.canari@example.net",
    "form, telephone": "06 98 76 54 82",
    "form, text": "confidence-canari",
    "form, too long": "interminable-canari",
    "follow-up code": "abeille canari savane",
    "file name": "visage-de-lea-canari.jpg",
    "file that is none": "octets-canari",
    "cancelled upload, file name": "interrompu-canari.jpg",
    "cancelled upload, text": "inacheve-canari",
    "unreadable charset": "charset-canari",
    "too large a form": "enorme-canari",
    "too many fields": "foison-canari",
    "CSRF": "jeton-canari",
    "method": "CANARIMETHOD",
    "garbage": "ordure-canari",
    "header that is none": "entete-canari",
    "mail refused": "destinataire.canari@example.net",
    "document": "document-canari",
    "redirection": "suite-canari",
    "page title, by a member": "Titre-canari",
    "crash, local variable": "locale-canari",
    "crash, message": "message-canari",
    "crash, cause": "cause-canari",
    "crash, logged by another library": "bibliotheque-canari",
    "crash, POST": "poste-canari",
    "database, unique value": "cle-canari",
    "database, value too long": "longueur-canari",
    "thread": "fil-canari",
}
C = CANARIES


def walk(address, member="camille"):
    """Does everything that a hostile stranger, an unlucky one, and a member do at `address` (str); gives the answers
    (list of pairs: path, status), and the statuses of what is no request.

    The site has the routes of tools.outages.faulty, and a mail server that refuses its recipients.
    """
    stranger, answers = Visitor(address, C["IPv4 that the front server gives"]), []
    stranger.headers |= {
        "User-Agent": C["User-Agent"],
        "X-Real-IP": C["X-Real-IP"],
        "Forwarded": f"for={C['Forwarded']}",
        "X-Forwarded-For": f"{C['IPv6 that a client claims']}, {C['IPv4 that a client claims']}, "
        f"{C['IPv4 that the front server gives']}",
        "Cookie": f"visite={C['cookie']}",
    }

    def note(path, answer):
        answers.append((path.partition("?")[0], answer.status))

    for path in _paths():
        note(path, stranger.get(path, Referer=f"https://{C['Referer']}.example/?{C['Referer']}"))
    note("host", stranger.get("/", Host=C["Host"]))
    for path, fields, files, headers in _posts():
        note(path, stranger.post(path, fields, files, **headers))
    for path, fields, files in _forms():
        note(path, Visitor(address, C["IPv4 that the front server gives"]).fill(path, files, **fields))
    note("method", stranger._ask(C["method"], f"/{C['path']}/"))
    someone = Visitor(address, C["IPv4 that the front server gives"])
    note("sign in", someone.sign_in(member, C["right password"]))
    for path in (f"/admin/pages/?q={C['search words']}", f"/admin/{C['path']}/", f"/admin/pages/{C['path']}/edit/"):
        note(path, someone.get(path))
    note(
        "add", someone.fill("/admin/images/add/", [("file", C["file name"], b"no")], title=C["page title, by a member"])
    )
    return answers, [_said_to(address, request) for request in _garbage()]


def found_in(text):
    """The canaries (list of their names) that are read in `text` (str), whatever their capitals and coding."""
    low = text.casefold()
    return [
        name
        for name, words in CANARIES.items()
        if any(one.casefold() in low for one in {words, quote(words), ascii(words)[1:-1], repr(words.encode())[2:-1]})
    ]


def _paths():
    query = f"?courriel={quote(C['query string'])}"
    yield from (f"/{C['path']}/{query}", f"/{C['path']}.php{query}", f"/themes/{C['path']}/", f"/%ff{C['path']}/")
    yield from (f"/recherche/?q={C['search words']}", f"/recherche.json?q={C['search words']}")
    yield from (f"/documents/99999/{C['document']}.pdf", f"/media/{C['document']}.jpg", f"/apercu/9.png{query}")
    yield from (f"/agenda/2026/99/{query}", f"/?page={C['query string']}", f"/flux/{C['path']}.xml{query}")
    yield from (f"/contribuer/{C['path']}/", f"/admin/{C['path']}/?next={C['redirection']}")
    yield from (f"/admin/login/?next=https://{C['redirection']}.example/", "/admin/test404/")
    yield f"/admin/password_reset/confirm/{C['path']}/{C['query string']}/"
    for name in ("local", "message", "cause", "library", "unique", "long", "thread", "denied", "refused"):
        yield f"/panne/{name}/{query}"


def _posts():
    words = {"text": C["form, text"], "csrfmiddlewaretoken": C["CSRF"]}
    yield "/contribuer/texte/", words, (), {}
    yield "/panne/message/", {"poste": C["crash, POST"]}, (), {}
    yield "/admin/login/", words | {"username": C["e-mail as a name"], "password": C["wrong password"]}, (), {}
    charset = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-7", "Cookie": "csrftoken=" + "a" * 32}
    yield "/contact/", {"text": C["unreadable charset"]}, (), charset
    yield "/contact/", {"text": C["too large a form"] * 400_000}, (), {"Cookie": "csrftoken=" + "a" * 32}
    many = [(f"{C['too many fields']}-{number}", "x") for number in range(10_100)]
    yield "/contact/", many, (), {"Cookie": "csrftoken=" + "a" * 32}
    yield f"/{C['path']}/", words, (), {}


def _forms():
    person = {"signature": C["form, name"], "signed_by": "name", "consent": "publish", "licence": "by-sa"}
    yield "/contribuer/texte/", person | {"text": C["form, text"], "email": C["form, e-mail that is none"]}, ()
    yield "/contribuer/texte/", person | {"text": C["form, text"], "email": C["form, e-mail"]}, ()
    yield "/contribuer/evenement/", person | {"title": C["form, text"], "day": C["form, telephone"]}, ()
    yield "/contribuer/lien/", person | {"link": C["form, telephone"]}, ()
    yield "/contact/", {"subject": C["form, too long"] * 40, "text": C["form, telephone"]}, ()
    bad = [("attachments", C["file name"], C["file that is none"].encode())]
    yield "/contribuer/photos/", person | {"recognisable": C["form, name"]}, bad
    yield "/contribuer/suivi/", {"code": C["follow-up code"]}, ()
    for _attempt in range(7):
        yield "/admin/login/", {"username": C["e-mail as a name"], "password": C["wrong password"]}, ()
    yield "/admin/password_reset/", {"email": C["e-mail as a name"]}, ()
    yield "/admin/password_reset/", {"email": C["mail refused"]}, ()


def _garbage():
    """What is no request, or not a whole one (iterator of bytes)."""
    plain, long = C["garbage"].encode(), b"a" * 9000
    yield b"GET /" + plain + b" HTTP/9.9\r\n\r\n"
    yield b"\x16\x03\x01" + plain + b"\r\n\r\n"
    yield b"GET /" + plain + b" HTTP/1.1\r\nHost: a\r\nContent-Length: " + plain + b"\r\n\r\n"
    yield b"GET / HTTP/1.1\r\n" + C["header that is none"].encode() + b"\r\n\r\n"
    yield b"GET / HTTP/1.1\r\nHost: " + C["Host"].encode() + b"\r\nHost: " + C["Host"].encode() + b"\r\n\r\n"
    yield b"GET /" + plain + long + b" HTTP/1.1\r\n\r\n"
    yield b"GET /?q=" + plain + b" HTTP/1.1\r\nHost: [2001:db8:cafe::79]\r\nTransfer-Encoding: chunked, chunked\r\n\r\n"
    yield b"GET http://" + C["Host"].encode() + b"/" + plain + b" HTTP/1.1\r\nHost: a\r\n\r\n"
    yield plain + b" " + plain + b"\r\n\r\n"
    text, name = C["cancelled upload, text"], C["cancelled upload, file name"]
    head = (
        "POST /contribuer/fichiers/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=" + "a" * 32 + "\r\n"
        "Content-Type: multipart/form-data; boundary=limite\r\nContent-Length: 9000000\r\n\r\n--limite\r\n"
        f'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{"a" * 32}\r\n--limite\r\n'
        f'Content-Disposition: form-data; name="texte"\r\n\r\n{text}\r\n--limite\r\nContent-Disposition: form-data; '
        f'name="attachments"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n{text}'
    )
    yield head.encode() + b"x" * 200_000


def _said_to(address, request):
    """The status (str) that answers to bytes, after which one leaves; "" where nothing does."""
    host, _colon, port = address.removeprefix("http://").partition(":")
    with suppress(OSError), socket.create_connection((host, int(port)), timeout=1) as connection:
        connection.sendall(request)
        return connection.recv(4096)[9:12].decode(errors="replace")
    return ""
