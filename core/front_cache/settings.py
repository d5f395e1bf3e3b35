"""The settings of front servers that keep pages: read before applications are ready."""

from pathlib import Path


def front_cache_settings(env):
    """Settings (dict) of the environment `env` (environ.Env)."""
    folder, address = env.str("FRONT_CACHE_FOLDER", default=""), env.str("FRONT_CACHE_URL", default="")
    backend = {"BACKEND": "core.front_cache.purging.PurgeBackend", "LOCATION": address}
    return {
        "FRONT_CACHE_FOLDER": Path(folder) if folder else None,
        "WAGTAILFRONTENDCACHE": {"default": backend} if address else {},
    }
