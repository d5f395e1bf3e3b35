"""SEARCH_URL: where the search engine is, as WAGTAILSEARCH_BACKENDS wants it said. Read before Django is set up."""

from urllib.parse import urlsplit

#: How the names of the backends of an engine begin.
REMOTE = "search.backends.remote."
ENGINES = ("opensearch2", "opensearch3", "elasticsearch7", "elasticsearch8", "elasticsearch9")


def search_backends(address):
    """The setting (dict) for `address` (str): « opensearch3+https://compte:motdepasse@machine:9200/prefixe ».

    Empty: the index is in the database. Raises SystemExit, with a sentence, for an address that names no engine.
    """
    if not address:
        # While everything is indexed again, what is there stays found and members go on writing.
        return {"default": {"BACKEND": "search.backends.database", "ATOMIC_REBUILD": False}}
    parts = urlsplit(address)
    engine, _plus, scheme = parts.scheme.partition("+")
    if engine not in ENGINES or scheme not in {"http", "https"} or not parts.hostname:
        raise SystemExit(
            f"SEARCH_URL ne se comprend pas : écrivez par exemple opensearch3+https://compte:motdepasse@machine:9200/"
            f"nebuleuses (moteurs : {', '.join(ENGINES)})."
        )
    prefix = parts.path.strip("/")
    return {
        "default": {
            "BACKEND": f"{REMOTE}{engine}",
            "URLS": [f"{scheme}://{parts.netloc}"],
            "INDEX_PREFIX": f"{prefix}_" if prefix else "",
        }
    }
