"""What every answer tells the browser besides its content, and what an answer lacks of it."""

SAME_SITE, ANY_SITE = "same-origin", "cross-origin"

#: What it is → address (of an article and its key, where it says so), status, whether other sites may show it.
ANSWERS = {
    "home": ("/", 200, SAME_SITE),
    "list": ("/reflexions/", 200, SAME_SITE),
    "content": ("{article}", 200, SAME_SITE),
    "agenda": ("/agenda/", 200, SAME_SITE),
    "month": ("/agenda/2026/11/", 200, SAME_SITE),
    "search": ("/recherche/?q=soin", 200, SAME_SITE),
    "form": ("/contribuer/temoignage/", 200, SAME_SITE),
    "contact": ("/contact/", 200, SAME_SITE),
    "calendar": ("/agenda.ics", 200, ANY_SITE),
    "dates": ("/agenda.json", 200, ANY_SITE),
    "feed": ("/flux.xml", 200, ANY_SITE),
    "section's feed": ("/flux/reflexions.xml", 200, ANY_SITE),
    "sitemap": ("/sitemap.xml", 200, ANY_SITE),
    "social card": ("/apercu/{pk}.png", 200, ANY_SITE),
    "suggestions": ("/recherche.json?q=soin", 200, SAME_SITE),
    "health": ("/sante.json", 200, SAME_SITE),
    "robots": ("/robots.txt", 200, SAME_SITE),
    "redirection": ("/reflexions", 301, SAME_SITE),
    "nothing there": ("/nulle-part/", 404, SAME_SITE),
    "no document": ("/documents/1/rien.pdf", 404, SAME_SITE),
}


def read(policy):
    """A Content-Security-Policy (str) as a dict: directive → list of str."""
    directives = (directive.split() for directive in policy.split(";"))
    return {name: values for name, *values in directives}


def faults_of(headers, policy, resource_policy=SAME_SITE, frame="DENY"):
    """What is wrong in the headers of an answer (list of str), of which `policy` (dict) is the policy of content.

    `headers` gives a header by its name, or KeyError or None; `resource_policy` says whether other sites may show it in
    their pages, `frame` whether it may be shown in a frame.
    """

    def said(name):
        return headers.get(name) or ""

    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": frame,
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": resource_policy,
    }
    found = [f"{name}: {said(name)!r}" for name, value in wanted.items() if said(name) != value]
    if not said("Content-Security-Policy") or read(said("Content-Security-Policy")) != policy:
        found.append(f"Content-Security-Policy: {said('Content-Security-Policy')!r}")
    if not all(f"{power}=()" in said("Permissions-Policy") for power in ("camera", "microphone", "geolocation")):
        found.append(f"Permissions-Policy: {said('Permissions-Policy')!r}")
    return found
