// Files that leave as soon as they are chosen or dropped, one after the other, each with its progress.
// Without this script they leave with the form. What came is carried by its name, and is not asked again.

const field = document.querySelector(".files[data-address]");
const form = field?.closest("form");
const input = field?.querySelector("input[type=file]");
const list = field?.querySelector("[data-received]");
let coming = Promise.resolve();
let left = 0;
let refused = 0;

/** Sends one file; gives what the site says of it. Rejects where it cannot be reached. */
function send(file, say) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const body = new FormData();
        body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
        body.append("formulaire", form.elements.formulaire.value);
        body.append("attachments", file);
        request.upload.addEventListener("progress", (event) => event.lengthComputable && say(event.loaded / event.total));
        request.addEventListener("load", () => {
            try {
                resolve(JSON.parse(request.responseText));
            } catch (error) {
                reject(error);
            }
        });
        request.addEventListener("error", reject);
        request.addEventListener("abort", reject);
        request.open("POST", field.dataset.address);
        request.send(body);
        say.request = request;
    });
}

function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "remove";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
}

/** A line of the list for a file: its name, how far it is, and a button that takes it out. */
function line(name, takeOut) {
    const item = document.createElement("li");
    const label = document.createElement("span");
    label.textContent = name;
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${name}, ${field.dataset.coming}`);
    const state = document.createElement("span");
    state.className = "field-help";
    state.setAttribute("role", "status");
    const remove = button(field.dataset.remove, takeOut);
    remove.setAttribute("aria-label", `${field.dataset.remove} ${name}`);
    item.append(label, bar, state, remove);
    list.append(item);
    return { item, label, bar, state, remove };
}

function refuse(shown, why) {
    refused += 1;
    shown.item.tabIndex = -1;
    shown.state.className = "field-error";
    shown.state.textContent = why;
}

function add(file) {
    let isRemoved = false;
    const shown = line(file.name, () => {
        isRemoved = true;
        say.request?.abort();
        shown.item.remove();
        input.focus();
    });
    const say = (part) => (shown.bar.value = part);
    left += 1;
    coming = coming.then(async () => {
        try {
            if (isRemoved) return;
            const said = await send(file, say);
            shown.bar.remove();
            if (said.error) {
                refuse(shown, said.error);
                return;
            }
            shown.label.textContent = `${said.label} (${said.size})`;
            shown.state.textContent = field.dataset.there;
            const carried = document.createElement("input");
            carried.type = "hidden";
            carried.name = "recu";
            carried.value = said.name;
            shown.item.append(carried);
        } catch {
            shown.bar.remove();
            refuse(shown, field.dataset.refused);
            const again = button(field.dataset.again, () => {
                shown.item.remove();
                add(file);
                input.focus();
            });
            shown.remove.before(again);
        } finally {
            left -= 1;
        }
    });
}

if (input) {
    input.addEventListener("change", () => {
        [...input.files].forEach(add);
        // They are on their way: the form does not take them along a second time.
        input.value = "";
    });
    field.addEventListener("dragover", (event) => {
        event.preventDefault();
        field.classList.add("dropping");
    });
    field.addEventListener("dragleave", () => field.classList.remove("dropping"));
    field.addEventListener("drop", (event) => {
        event.preventDefault();
        field.classList.remove("dropping");
        [...event.dataTransfer.files].forEach(add);
    });
    form.addEventListener("submit", (event) => {
        if (!left) return;
        event.preventDefault();
        const last = list.querySelector("progress")?.closest("li");
        const state = last?.querySelector("[role=status]");
        if (state) state.textContent = field.dataset.still;
        const before = refused;
        coming.then(() => {
            const worst = list.querySelector("li:has(.field-error)") || list.lastElementChild;
            // What was refused meanwhile is to be seen before the rest leaves.
            if (refused > before) worst?.focus();
            // As soon as they are there, it leaves by itself.
            else if (form.requestSubmit) form.requestSubmit(event.submitter);
            else form.submit();
        });
    });
}
