// One save at a time in the editor. Wagtail saves by itself while one writes (« autosave »); a click on « Enregistrer »
// or « Publier » meanwhile would create the same page a second time, and whichever request comes last fails on its slug
// (wagtail/wagtail#13863). So a click waits for the answer, which gives the form its new address, and then sends the
// form as it is by now. Nothing is saved by itself between a click and the next page.

const ANSWERS = ["w-autosave:success", "w-autosave:error"];
const PATIENCE = 10_000; // ms: how long a click waits for an answer, and how long a second click waits for a page

let autosave = null; // the event that announced a save, until its answer
let isLeaving = false; // from a click to the next page

document.addEventListener("w-autosave:save", (event) => {
    if (isLeaving) event.preventDefault();
    else autosave = event;
});

for (const answer of ANSWERS) document.addEventListener(answer, () => (autosave = null));

// Wagtail announces a save, waits, asks whether it was prevented, then sends it. At the last moment, it may have left.
const isOnlyAnnounced = ({ target, timeStamp }) =>
    performance.now() - timeStamp < target.dataset.wAutosaveIntervalValue - 50;

const answered = () =>
    new Promise((resolve) => {
        for (const answer of ANSWERS) document.addEventListener(answer, resolve, { once: true });
        setTimeout(resolve, PATIENCE);
    });

// Wagtail has greyed the button since, and the name of a grey button, which says what to do, is not sent.
const sendAgain = (form, button) => {
    const isGrey = button?.disabled;
    button?.toggleAttribute("disabled", false);
    form.requestSubmit(button);
    button?.toggleAttribute("disabled", isGrey);
};

document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || !form.matches("[data-controller~='w-autosave']")) return;
    if (isLeaving) return event.preventDefault(); // a double click
    isLeaving = true;
    if (autosave && !isOnlyAnnounced(autosave)) {
        event.preventDefault();
        await answered();
        autosave = null;
        isLeaving = false;
        return sendAgain(form, submitter); // which comes back here, with nothing to wait for
    }
    autosave?.preventDefault();
    autosave = null;
    setTimeout(() => (isLeaving = false), PATIENCE); // whoever stopped the page from loading may try again
});
