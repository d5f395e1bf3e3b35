"""An authenticator in software: it answers as a browser and a device do together, and lies where a test asks it to.

W3C Web Authentication, §6.1 (authenticator data) and §6.5.1 (attested credential data).
"""

import hashlib
import json
import secrets
import struct

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes as to_bytes
from webauthn.helpers import bytes_to_base64url as to_text

PRESENT, VERIFIED, HAS_KEY = 1, 4, 64


class Authenticator:
    """Keeps one key. `origin` (str) is where it believes that it is; `counts` says whether it has a counter."""

    def __init__(self, origin, counts=True):
        self.origin, self.counts, self.count = origin, counts, 0
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.identifier = secrets.token_bytes(32)
        self.handle = None

    def make(self, options, **lies):
        """The answer (str, JSON) to what a browser is asked (dict) for a new key."""
        self.handle = options["user"]["id"]
        point = self.key.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
        attested = bytes(16) + struct.pack(">H", len(self.identifier)) + self.identifier + public
        site = lies.get("site", options["rp"]["id"])
        data = self._data(site, lies.get("flags", PRESENT | VERIFIED) | HAS_KEY, attested)
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", lies.get("challenge", options["challenge"]), lies)
        response = {"clientDataJSON": to_text(client), "attestationObject": to_text(attestation)}
        return self._answer({**response, "transports": ["internal", "of-the-future"]})

    def prove(self, options, **lies):
        """The answer (str, JSON) to what a browser is asked (dict) of a key that it knows."""
        if self.counts:
            self.count += 1
        site = lies.get("site", options["rpId"])
        data = self._data(site, lies.get("flags", PRESENT | VERIFIED))
        client = self._client("webauthn.get", lies.get("challenge", options["challenge"]), lies)
        signed = data + hashlib.sha256(client).digest()
        signature = lies.get("key", self.key).sign(signed, ec.ECDSA(hashes.SHA256()))
        response = {
            "clientDataJSON": to_text(client),
            "authenticatorData": to_text(data),
            "signature": to_text(signature),
            "userHandle": lies.get("handle", self.handle),
        }
        return self._answer(response)

    def _data(self, site, flags, attested=b""):
        return hashlib.sha256(site.encode()).digest() + struct.pack(">BI", flags, self.count) + attested

    def _client(self, kind, challenge, lies):
        said = {"type": lies.get("kind", kind), "challenge": challenge, "origin": lies.get("origin", self.origin)}
        return json.dumps(said).encode()

    def _answer(self, response):
        name = to_text(self.identifier)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})


__all__ = ["PRESENT", "VERIFIED", "Authenticator", "to_bytes", "to_text"]
