// Enhances a form that is being written: how much room is left, and a draft kept in this browser for whoever asks.
// Without this script the form is the same, and nothing is kept.

const form = document.querySelector("form.sending[data-draft]");
const key = form && `nebuleuses:${form.dataset.draft}`;

/** The fields that people write in, never the hidden ones. */
const written = () => [...form.elements].filter((field) => field.name && !["hidden", "file"].includes(field.type) && !["site_web", "recu"].includes(field.name));

function count(area) {
    const said = document.createElement("p");
    said.className = "field-help";
    area.after(said);
    const say = () => {
        const left = area.maxLength - area.value.length;
        // Until the end is near, it is nobody's concern.
        said.textContent = left < area.maxLength / 5 ? form.dataset.left.replace("%", left.toLocaleString("fr")) : "";
    };
    area.addEventListener("input", say);
    say();
}

function keep() {
    const values = written().map((field) =>
        ["radio", "checkbox"].includes(field.type) ? [field.name, field.value, field.checked] : [field.name, field.value],
    );
    localStorage.setItem(key, JSON.stringify(values));
}

function restore(values) {
    for (const [name, value, checked] of values) {
        for (const field of written().filter((one) => one.name === name)) {
            if (checked === undefined) field.value = value;
            else if (field.value === value) field.checked = checked;
        }
    }
}

if (form) {
    form.querySelectorAll("textarea[maxlength]").forEach(count);
    const box = form.querySelector("[data-keep]");
    try {
        const kept = localStorage.getItem(key);
        box.hidden = false;
        box.querySelector("input").checked = kept !== null;
        // What comes back from the site, with its errors, is newer.
        if (kept && !document.querySelector(".form-errors")) restore(JSON.parse(kept));
        form.addEventListener("input", () => box.querySelector("input").checked && keep());
        box.addEventListener("change", () => (box.querySelector("input").checked ? keep() : localStorage.removeItem(key)));
    } catch {
        // A browser that keeps nothing: so be it.
        box.hidden = true;
    }
}

const sent = document.querySelector("[data-sent]");
if (sent) {
    try {
        localStorage.removeItem(`nebuleuses:${sent.dataset.sent}`);
    } catch {
        // Nothing was kept.
    }
}
