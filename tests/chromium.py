"""Where the browser of this machine is."""

import os
import shutil

CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome"]


def find_chromium():
    """The path of a Chromium (str), $CHROMIUM first; None where there is none."""
    for name in [os.environ.get("CHROMIUM"), *CHROMIUM_NAMES]:
        path = shutil.which(name) if name else None
        if path:
            return path
    return None
