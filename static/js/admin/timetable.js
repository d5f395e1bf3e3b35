// The editor of a rendezvous shows only what its way of repeating asks for. Nothing is emptied: who changes their mind
// finds what they had typed.

const ASKED = {
    "": [],
    weekly: ["interval", "weekdays", "months_off", "repeats_until", "repeats_times"],
    monthly_date: ["interval", "months_off", "repeats_until", "repeats_times"],
    monthly_weekday: ["interval", "ranks", "weekdays", "months_off", "repeats_until", "repeats_times"],
    yearly: ["interval", "ranks", "weekdays", "repeats_until", "repeats_times"],
};
const NAMES = [...new Set(Object.values(ASKED).flat())];

const repeats = document.querySelector("select[name=repeats]");

function wrapperOf(name) {
    return document.querySelector(`[name="${name}"]`)?.closest(".w-panel__wrapper");
}

function showWhatIsAsked() {
    const asked = ASKED[repeats.value] ?? NAMES;
    for (const name of NAMES) {
        const wrapper = wrapperOf(name);
        // What was refused is shown, whatever the choice: one has to see it to correct it.
        if (wrapper) wrapper.hidden = !asked.includes(name) && !wrapper.querySelector(".w-field--error");
    }
}

if (repeats) {
    repeats.addEventListener("change", showWhatIsAsked);
    showWhatIsAsked();
}
