// Suggestions as one types: a combobox (ARIA 1.2) over a field that works without it.
// Titles, themes and places come from the address in data-suggestions; choosing one opens it.

const WAIT = 150;
let field, box, told, timer, pending;

function open(answer) {
    close();
    if (!answer.suggestions.length) return;
    box = document.createElement("ul");
    box.id = "suggestions";
    box.className = "suggestions";
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", answer.label);
    box.append(
        ...answer.suggestions.map(({ label, kind, address }, index) => {
            const option = document.createElement("li");
            option.id = `suggestion-${index}`;
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            option.dataset.address = address;
            const said = document.createElement("span");
            said.className = "suggestion-kind";
            said.textContent = kind;
            option.append(label, " ", said);
            return option;
        }),
    );
    field.after(box);
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-controls", box.id);
    told.textContent = answer.found;
}

function close() {
    box?.remove();
    box = null;
    field?.setAttribute("aria-expanded", "false");
    field?.removeAttribute("aria-activedescendant");
    if (told) told.textContent = "";
}

function prepare(input) {
    if (field === input) return;
    close();
    field = input;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    told = document.createElement("p");
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    field.parentNode.append(told);
}

async function ask() {
    pending?.abort();
    const asked = (pending = new AbortController());
    const words = field.value.trim();
    if (words.length < 2) return close();
    try {
        const query = new URLSearchParams({ q: words });
        const response = await fetch(`${field.dataset.suggestions}?${query}`, { signal: asked.signal });
        if (response.ok && field.isConnected && document.activeElement === field) open(await response.json());
    } catch {
        if (!asked.signal.aborted) close();
    }
}

function move(step) {
    const options = [...box.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    options[at]?.setAttribute("aria-selected", "false");
    // Past either end is the field itself.
    const next = options[at < 0 && step < 0 ? options.length - 1 : at + step];
    next?.setAttribute("aria-selected", "true");
    next?.scrollIntoView({ block: "nearest" });
    if (next) field.setAttribute("aria-activedescendant", next.id);
    else field.removeAttribute("aria-activedescendant");
}

document.addEventListener("focusin", (event) => {
    if (event.target.matches?.("[data-suggestions]")) prepare(event.target);
});

document.addEventListener("input", (event) => {
    if (!event.target.matches?.("[data-suggestions]")) return;
    prepare(event.target);
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
});

document.addEventListener("keydown", (event) => {
    if (!box || event.target !== field || event.isComposing) return;
    const chosen = box.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && chosen) location.assign(chosen.dataset.address);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
});

const optionOf = (event) => event.target.closest?.(".suggestions [role=option]");

// The field keeps the focus, without which the list closes before the click.
document.addEventListener("mousedown", (event) => optionOf(event) && event.preventDefault());
document.addEventListener("click", (event) => {
    const option = optionOf(event);
    if (option) location.assign(option.dataset.address);
});

document.addEventListener("submit", () => {
    clearTimeout(timer);
    pending?.abort();
    close();
});
document.addEventListener("focusout", (event) => event.target === field && close());
