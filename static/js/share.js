// Copies the address of a page, or prints it. Both buttons are hidden until this file can answer them.

const say = (button, words) => {
    button.closest(".share").querySelector("[role=status]").textContent = words;
};

for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
}

// The clipboard is closed to pages that do not come by HTTPS: no button then.
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
    button.hidden = false;
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(button.dataset.copy);
            say(button, button.dataset.done);
        } catch {
            say(button, button.dataset.copy);
        }
    });
}
