// A passkey asked of the browser (W3C Web Authentication). What it answers goes with the form, and the server judges it.
// The words are in the page. Bytes travel as base64url, read by hand: parseCreationOptionsFromJSON is too young.

const form = document.querySelector("[data-passkey]");

const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const named = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));

// Of the answer, what is bytes is written as text, and no more than the server reads.
const FIELDS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

function written(credential) {
    const response = {};
    for (const name of FIELDS) if (credential.response[name]) response[name] = text(credential.response[name]);
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response });
}

function asked(options) {
    const publicKey = { ...options, challenge: bytes(options.challenge) };
    if (!options.user) {
        publicKey.allowCredentials = named(options.allowCredentials);
        return navigator.credentials.get({ publicKey });
    }
    publicKey.user = { ...options.user, id: bytes(options.user.id) };
    publicKey.excludeCredentials = named(options.excludeCredentials);
    return navigator.credentials.create({ publicKey });
}

// Browsers give the same error to whoever cancels, waits too long, or has no key: they tell sites nothing of which.
const REASONS = {
    InvalidStateError: "already",
    NotSupportedError: "unable",
    ConstraintError: "unable",
    SecurityError: "elsewhere",
};

async function reason(error, options, since) {
    if (error.name !== "NotAllowedError" && error.name !== "AbortError") return REASONS[error.name] ?? "unknown";
    const keeps = PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable?.().catch(() => true);
    if (options.user && (await keeps) === false) return "none";
    return performance.now() - since >= options.timeout ? "late" : "cancelled";
}

function start() {
    const options = JSON.parse(form.dataset.passkey);
    const button = form.querySelector("[data-passkey-button]");
    const place = form.querySelector("[data-passkey-said]");

    const say = (name) => {
        place.textContent = form.querySelector(`[data-said="${name}"]`).textContent;
        place.dataset.saying = name;
    };

    if (!window.PublicKeyCredential) return say(window.isSecureContext ? "unsupported" : "elsewhere");
    button.hidden = false;

    let isAsking = false;
    const ask = async () => {
        if (isAsking) return;
        isAsking = true;
        say("waiting");
        const since = performance.now();
        try {
            form.elements.credential.value = written(await asked(options));
            say("sent");
            form.requestSubmit();
        } catch (error) {
            say(await reason(error, options, since));
            isAsking = false;
            button.focus();
        }
    };
    button.addEventListener("click", ask);
    if ("passkeyStarts" in form.dataset) ask();
    else button.focus();
}

for (const warning of document.querySelectorAll("[data-passkey-without]")) warning.hidden = true;
if (form) start();
