"""A proof of work: a browser that runs our script computes for a second, nobody is asked anything. Pure of models.

The protocol is ALTCHA's (altcha.org, version 2): find the number whose SHA-256 with the nonce and the salt of the
challenge begins as the challenge says. Nothing is kept: challenges are signed, and made for one form.
"""

import json
import secrets
from dataclasses import dataclass

import altcha
from django.utils import timezone
from django.utils.crypto import salted_hmac

from contributions.safeguards import LONGEST_OPEN, read_form

#: At most, and half of it most of the time: one second or two of an old phone (docs/decisions.md says how measured).
MOST_TRIES = 20_000
#: Letters of a proof; ours have some nine hundred.
_LONGEST = 4_000
_SALT = "contributions.proof"


@dataclass(frozen=True)
class Proof:
    """What a form carries: the `challenge` (str, JSON) to be solved, or what was `solved` (str) already; one is ""."""

    challenge: str
    solved: str


def proof_for(carried, solved=""):
    """The Proof to give with a form, of what that one carries (str, of `sign_form`).

    What came back `solved` (str) stays, where it is right for the same form: nobody computes twice.
    """
    seed = read_form(carried).seed
    return Proof("", solved) if is_proved(solved, seed) else Proof(challenge_for(seed), "")


def challenge_for(seed):
    """The challenge (str, JSON) of the form that has this `seed` (str); it is over when the form is."""
    challenge = altcha.create_challenge(
        "SHA-256",
        cost=1,
        counter=secrets.randbelow(MOST_TRIES),
        expires_at=int(timezone.now().timestamp()) + LONGEST_OPEN,
        data={"form": seed},
        hmac_secret=_secret(),
    )
    return json.dumps(challenge.to_dict())


def is_proved(solved, seed):
    """Whether `solved` (str: a payload in base64) proves the work that the form of this `seed` (str) asked (bool)."""
    if not solved or len(solved) > _LONGEST or not altcha.verify_solution(solved, _secret()).verified:
        return False
    return altcha.Payload.from_base64(solved).challenge.parameters.data == {"form": seed}


def _secret():
    """Bytes of our own, drawn from the secret key of the site and of no other use."""
    return salted_hmac(_SALT, "", algorithm="sha256").digest()
