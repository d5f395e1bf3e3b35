// Computes the proof of work of a form while it is being written (contributions/proof.py), and puts it in its field.
// Whatever is missing or fails, the form goes without: it is read all the same, in a pile of its own.

/** Milliseconds that a form waits for its proof once somebody sends it. */
const PATIENCE = 8000;

function compute(field) {
    const challenge = JSON.parse(field.dataset.challenge);
    const worker = new Worker(field.dataset.worker);
    return new Promise((done) => {
        worker.addEventListener("error", done);
        worker.addEventListener("message", ({ data: solution }) => {
            field.value = btoa(JSON.stringify({ challenge, solution }));
            worker.terminate();
            done();
        });
        worker.postMessage(challenge.parameters);
    });
}

function prove(field) {
    const form = field.form;
    const status = form.querySelector("[data-proof-status]");
    let proof, isOver, isHeld;
    const begin = () => {
        try {
            proof = proof || compute(field).finally(() => (isOver = true));
        } catch {
            isOver = true;
        }
    };
    form.addEventListener("focusin", begin);
    form.addEventListener("input", begin);
    form.addEventListener("submit", async (event) => {
        begin();
        if (isOver || event.defaultPrevented) return;
        event.preventDefault();
        if (isHeld) return;
        isHeld = true;
        status.textContent = status.dataset.wait;
        await Promise.race([proof, new Promise((done) => setTimeout(done, PATIENCE))]);
        isOver = true;
        if (form.requestSubmit) form.requestSubmit(event.submitter);
        else form.submit();
    });
    // Somebody who comes back to a page that the browser had kept.
    addEventListener("pageshow", ({ persisted }) => {
        if (persisted) status.textContent = "";
    });
}

const fields = document.querySelectorAll("[data-challenge]");
if (globalThis.crypto?.subtle && globalThis.Worker) fields.forEach(prove);
