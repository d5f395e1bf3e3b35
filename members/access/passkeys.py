"""Passkeys asked for, added and recognised. The library `webauthn` makes the questions and judges the answers.

Where the site is comes of SITE_URL alone: a Host header that lies changes nothing (W3C Web Authentication §13.4.9).
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

import webauthn
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json
from webauthn.helpers import parse_authentication_credential_json as parse_proof
from webauthn.helpers import parse_registration_credential_json as parse_new
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from members.models import Passkey

SITE_NAME = "Nébuleuses"
#: How many a member may have: more is a mistake, or somebody who fills the table.
MOST = 20
#: Characters of an answer; a real one has one or two thousand.
LONGEST_ANSWER = 20_000
#: What the browser gives a person, in milliseconds; the session gives more (members.access.ceremonies).
_PATIENCE = 300_000
#: What the library raises on an answer that is not one: its own errors, and those of what it reads with.
_UNREADABLE = (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, RecursionError)

REFUSED, COPIED, TAKEN = "refused", "copied", "taken"


def are_possible():
    """Whether browsers take passkeys at SITE_URL (bool): a name, over HTTPS, or this very machine (§5.1.3, §13.4.9)."""
    address = urlsplit(settings.SITE_URL)
    host = address.hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip_address(host)
    except ValueError:
        return address.scheme == "https"
    return False


def _site():
    """The relying party's identifier, and the only origin that answers may come from (str, str)."""
    address = urlsplit(settings.SITE_URL)
    return address.hostname, f"{address.scheme}://{address.netloc}".lower()


def ask_for_new(member):
    """What a browser is asked (str, JSON) to make a passkey of `member`; its `challenge` is for the session."""
    site, _origin = _site()
    return options_to_json(
        webauthn.generate_registration_options(
            rp_id=site,
            rp_name=SITE_NAME,
            user_id=base64url_to_bytes(Passkey.handle_of(member)),
            user_name=member.get_username(),
            user_display_name=member.get_full_name(),
            timeout=_PATIENCE,
            exclude_credentials=_descriptors(member),
            # No attestation, which would say the make of the device; no word of which kind it must be.
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.PREFERRED,
                user_verification=UserVerificationRequirement.PREFERRED,
            ),
        )
    )


def ask_for_proof(member=None):
    """What a browser is asked (str, JSON) to prove that it has a passkey of `member`.

    Of nobody in particular, no key is named, and the device must make sure of who holds it: two factors in one.
    """
    site, _origin = _site()
    required, preferred = UserVerificationRequirement.REQUIRED, UserVerificationRequirement.PREFERRED
    return options_to_json(
        webauthn.generate_authentication_options(
            rp_id=site,
            timeout=_PATIENCE,
            allow_credentials=_descriptors(member) if member else [],
            user_verification=preferred if member else required,
        )
    )


def _descriptors(member):
    keys = member.passkeys.order_by("-last_used", "-pk")
    return [
        PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential_id), transports=_known(key.transports))
        for key in keys
    ]


def _known(transports):
    return [one for one in AuthenticatorTransport if one.value in transports]


def add(member, name, handle, challenge, answer):
    """The Passkey that `answer` (str, JSON of a browser) makes, under `name` (str); raises ValidationError (§7.1).

    `handle` and `challenge` (str, base64url) are those that the browser was given.
    """
    site, origin = _site()
    try:
        given = parse_new(answer)
        made = webauthn.verify_registration_response(
            credential=given,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site,
            expected_origin=origin,
        )
    except _UNREADABLE as error:
        raise ValidationError(
            _("Cette clé n’a pas pu être vérifiée\u00a0: rien n’a été ajouté. Recommencez, à l’adresse %(address)s.")
            % {"address": settings.SITE_URL},
            code=REFUSED,
        ) from error
    key = Passkey(
        member=member,
        name=name,
        handle=handle,
        credential_id=bytes_to_base64url(made.credential_id),
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        transports=[transport.value for transport in given.response.transports or []],
    )
    try:
        with transaction.atomic():
            key.save(force_insert=True)
    except IntegrityError as error:
        raise ValidationError(_("Cette clé est déjà enregistrée."), code=TAKEN) from error
    return key


def recognise(challenge, answer, member=None):
    """The Passkey that `answer` (str, JSON of a browser) proves, used now; raises ValidationError (§7.2).

    It must be `member`'s. Of nobody in particular: the device must have made sure of who holds it, and give the handle
    of the member. A counter that goes back is refused under the code COPIED, with the key as `params["key"]`. Which of
    the other reasons it was is not said.
    """
    with transaction.atomic():
        try:
            proof = parse_proof(answer)
            key = _key_of(proof, member)
            new_count = _verified(key, proof, challenge, key.sign_count, needs_verification=member is None)
        except _Copied as error:
            sentence = _("Cette clé a été refusée\u00a0: son compteur recule, comme si elle avait été copiée.")
            raise ValidationError(sentence, code=COPIED, params={"key": key}) from error
        except (Passkey.DoesNotExist, *_UNREADABLE) as error:
            sentence = _("Cette clé d’accès n’ouvre rien ici. A-t-elle été retirée\u202f?")
            raise ValidationError(sentence, code=REFUSED) from error
        key.note_use(new_count)
        return key


def _key_of(proof, member):
    """The Passkey that `proof` names, locked; raises Passkey.DoesNotExist where it is not its member's, or inactive."""
    handle = proof.response.user_handle
    if member is None and not handle:  # §7.2, step 6
        raise Passkey.DoesNotExist
    wanted = {"credential_id": bytes_to_base64url(proof.raw_id), "member__is_active": True}
    wanted |= {"member": member} if member else {}
    wanted |= {"handle": bytes_to_base64url(handle)} if handle else {}
    return Passkey.objects.select_for_update(of=("self",)).select_related("member").get(**wanted)


class _Copied(Exception):
    """All is right in an answer but its counter (§6.1.1)."""


def _verified(key, proof, challenge, count, needs_verification):
    """The new counter (int) of `key`, which was at `count`."""
    site, origin = _site()

    def verified(count):
        return webauthn.verify_authentication_response(
            credential=proof,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site,
            expected_origin=origin,
            credential_public_key=bytes(key.public_key),
            credential_current_sign_count=count,
            require_user_verification=needs_verification,
        ).new_sign_count

    try:
        return verified(count)
    except _UNREADABLE:
        verified(0)  # raises the same again, unless it was the counter
        raise _Copied from None
