// The moderators' desk. One key opens what comes next; two people before the same item see each other.

const RENEWED_EVERY = 30_000; // ms; the server forgets somebody after 90 s
const KEPT_AS = "nebuleuses:desk-key";

// A key of one letter can be turned off (WCAG 2.2, 2.1.4); the access key of the link stays in any case.
const next = document.querySelector("[data-next]");
const choice = document.getElementById("desk-key");

const isTyping = ({ target }) => target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
const isUnsent = () => [...document.querySelectorAll(".desk textarea")].some((box) => box.value !== box.defaultValue);

if (next && choice) {
    choice.closest("[hidden]").hidden = false;
    choice.checked = read() !== "off";
    choice.addEventListener("change", () => write(choice.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => {
        const isPlain = event.key === "n" && !event.altKey && !event.ctrlKey && !event.metaKey && !event.repeat;
        if (!isPlain || event.isComposing || event.defaultPrevented || !choice.checked) return;
        if (isTyping(event) || isUnsent()) return;
        next.click();
    });
}

// A browser may refuse to keep anything: the key then works, and its switch is of one screen.
function read() {
    try {
        return localStorage.getItem(KEPT_AS);
    } catch {
        return null;
    }
}

function write(value) {
    try {
        localStorage.setItem(KEPT_AS, value);
    } catch {
        // as above
    }
}

const there = document.getElementById("presence");
const told = document.getElementById("presence-said");

async function come() {
    if (document.hidden) return; // a tab behind others is not somebody who looks
    try {
        const headers = { "X-Requested-With": "XMLHttpRequest" };
        const response = await fetch(there.action, { method: "POST", body: new FormData(there), headers });
        if (!response.ok) return;
        const { said, seen } = await response.json();
        there.elements.vu.value = seen;
        if (told.textContent !== said) told.textContent = said; // said aloud when it changes only
    } catch {
        // the network is away: what was said stays until it is back
    }
}

// With when this screen was last there: another one of the same person, opened since, stays.
function leave() {
    const body = new FormData(there);
    body.append("part", "1");
    navigator.sendBeacon(there.action, body);
}

if (there && told) {
    if (!there.elements.vu.value) come(); // a gesture that was refused: this screen was posted, not opened
    setInterval(come, RENEWED_EVERY);
    document.addEventListener("visibilitychange", come);
    addEventListener("pagehide", leave);
    addEventListener("pageshow", (event) => event.persisted && come());
}
