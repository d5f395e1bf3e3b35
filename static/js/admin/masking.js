// Masks drawn on a photo. Each is a row of fields, which is what is posted, and a button on the photo, which shows it.

const form = document.querySelector("[data-masking]");
const photo = form.querySelector("[data-masking-photo]");
const rows = form.querySelector("[data-masking-rows]");
const model = form.querySelector("[data-masking-row]");
const said = form.querySelector("[data-masking-said]");
const total = form.elements["masque-TOTAL_FORMS"];

const FIELDS = ["left", "top", "width", "height"];
const SMALLEST = 1; // percent, of what one draws or shrinks
const STEP = 1;
const SAID_AFTER = 400; // ms: a key that is held is not read at each step
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const layer = document.createElement("div");
layer.className = "masking-layer";
layer.setAttribute("role", "group");
layer.setAttribute("aria-labelledby", "masking-list");

const buttons = new Map(); // row → button
const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));

function boxOf(row) {
    return Object.fromEntries(FIELDS.map((name) => [name, Number.parseFloat(field(row, name).value) || 0]));
}

function write(row, box) {
    for (const name of FIELDS) field(row, name).value = Math.round(box[name] * 10) / 10;
    show(row);
}

function nameOf(row) {
    const box = boxOf(row);
    const words = { ...box, number: [...buttons.keys()].indexOf(row) + 1, total: buttons.size };
    words.outline = field(row, "outline").selectedOptions[0].text;
    return said.dataset.name.replace(/\{(\w+)\}/g, (_, name) =>
        typeof words[name] === "number" ? words[name].toLocaleString("fr") : words[name],
    );
}

function show(row) {
    const button = buttons.get(row);
    const box = boxOf(row);
    button.style.left = `${box.left}%`;
    button.style.top = `${box.top}%`;
    button.style.width = `${Math.min(box.width, 100 - box.left)}%`;
    button.style.height = `${Math.min(box.height, 100 - box.top)}%`;
    button.dataset.outline = field(row, "outline").value;
    button.setAttribute("aria-label", nameOf(row));
}

let waiting;

function say(words) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { said.textContent = words(); }, SAID_AFTER);
}

// The server reads rows by their number, without a hole.
function renumber() {
    [...rows.children].forEach((row, index) => {
        for (const element of row.querySelectorAll("[name], [id], [for]")) {
            for (const attribute of ["name", "id", "for", "aria-describedby"]) {
                const value = element.getAttribute(attribute);
                if (value) element.setAttribute(attribute, value.replace(/masque-(\d+|__prefix__)-/g, `masque-${index}-`));
            }
        }
        row.querySelector("[data-masking-number]").textContent = index + 1;
    });
    total.value = rows.children.length;
    for (const row of buttons.keys()) show(row);
}

function adopt(row) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "masking-mask";
    button.setAttribute("aria-describedby", "masking-keys");
    const grip = document.createElement("span");
    grip.className = "masking-grip";
    button.append(grip);
    button.addEventListener("keydown", (event) => press(event, row));
    buttons.set(row, button);
    layer.append(button);
    const remover = row.querySelector("[data-masking-remove]");
    remover.hidden = false;
    remover.addEventListener("click", () => remove(row));
    row.addEventListener("input", () => show(row));
    return button;
}

function add(box) {
    const row = model.content.firstElementChild.cloneNode(true);
    rows.append(row);
    field(row, "outline").value = form.elements.forme.value;
    adopt(row);
    write(row, box);
    renumber();
    return row;
}

function remove(row) {
    const after = row.nextElementSibling ?? row.previousElementSibling;
    buttons.get(row).remove();
    buttons.delete(row);
    row.remove();
    renumber();
    (buttons.get(after) ?? form.querySelector("[data-masking-add]")).focus();
    say(() => said.dataset.removed);
}

function move(row, box, [across, down]) {
    const left = clamp(box.left + across, 0, 100 - box.width);
    write(row, { ...box, left, top: clamp(box.top + down, 0, 100 - box.height) });
}

function resize(row, box, [across, down]) {
    const width = clamp(box.width + across, SMALLEST, 100 - box.left);
    write(row, { ...box, width, height: clamp(box.height + down, SMALLEST, 100 - box.top) });
}

function press(event, row) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Delete" || event.key === "Backspace") {
        remove(row);
    } else if (ARROWS[event.key]) {
        const change = ARROWS[event.key].map((one) => one * STEP);
        (event.shiftKey ? resize : move)(row, boxOf(row), change);
        say(() => nameOf(row));
    } else {
        return;
    }
    event.preventDefault();
}

// Where a pointer is, in percent of the photo.
function placeOf(event) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    return [(100 * (event.clientX - left)) / width, (100 * (event.clientY - top)) / height]
        .map((value) => clamp(value, 0, 100));
}

let gesture = null; // what the pointer that is down does with a mask

layer.addEventListener("pointerdown", (event) => {
    if (gesture || event.button !== 0) return;
    const start = placeOf(event);
    const touched = event.target.closest(".masking-mask");
    const row = touched && [...buttons.keys()].find((one) => buttons.get(one) === touched);
    if (!row) {
        gesture = { id: event.pointerId, start, act: draw };
    } else {
        const act = event.target.closest(".masking-grip") ? resize : move;
        gesture = { id: event.pointerId, start, act: (since) => act(row, gesture.box, since), row, box: boxOf(row) };
        touched.focus();
    }
    layer.setPointerCapture(event.pointerId);
    event.preventDefault();
});

layer.addEventListener("pointermove", (event) => {
    if (gesture?.id !== event.pointerId) return;
    const place = placeOf(event);
    gesture.act(place.map((value, axis) => value - gesture.start[axis]), place);
});

for (const end of ["pointerup", "pointercancel"]) {
    layer.addEventListener(end, (event) => {
        if (gesture?.id !== event.pointerId) return;
        const { row } = gesture;
        gesture = null;
        if (!row) return;
        buttons.get(row).focus();
        say(() => nameOf(row));
    });
}

// A click draws nothing: a mask is there once it is large enough to be seen.
function draw(since, place) {
    if (!gesture.row && since.some((value) => Math.abs(value) < SMALLEST)) return;
    const [left, top] = place.map((value, axis) => Math.min(value, gesture.start[axis]));
    const [width, height] = since.map((value) => Math.max(Math.abs(value), SMALLEST));
    const box = { left: Math.min(left, 100 - width), top: Math.min(top, 100 - height), width, height };
    if (gesture.row) write(gesture.row, box);
    else gesture.row = add(box);
}

form.querySelector("[data-masking-add]").addEventListener("click", () => {
    const row = add({ left: 40, top: 40, width: 20, height: 20 });
    buttons.get(row).focus();
    say(() => nameOf(row));
});

form.querySelector("[data-masking-tools]").hidden = false;
photo.querySelector("svg").remove();
photo.append(layer);
for (const row of [...rows.children]) {
    if (FIELDS.every((name) => !field(row, name).value)) row.remove();
    else adopt(row);
}
renumber();
