// Lists without a reload: what changes is fetched as a whole page, and its parts put in place of the old ones.
// Whatever fails becomes the ordinary navigation that the link or the form would have made.

const list = document.querySelector("[data-list]");
const found = document.getElementById("resultats");
// What the head says of the list: its address, its feed.
const TOLD = "link[rel=canonical], link[rel=alternate]";
let shown = location.pathname + location.search;
let pending;

async function show(address, { isNew = true, toResults = false } = {}) {
    pending?.abort();
    const asked = (pending = new AbortController());
    list.setAttribute("aria-busy", "true");
    try {
        const response = await fetch(address, { signal: asked.signal });
        if (!response.ok) throw new Error(response.status);
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        put(page);
        if (isNew && new URL(address, location).href !== location.href) history.pushState(null, "", address);
        shown = location.pathname + location.search;
        document.title = page.title;
        if (toResults) found.focus();
    } catch {
        if (!asked.signal.aborted) location.assign(address);
    }
    if (pending === asked) list.removeAttribute("aria-busy");
}

function put(page) {
    const fresh = [...page.querySelectorAll("[data-list] [data-part]")];
    const stale = fresh.map((part) => document.getElementById(part.id));
    if (!fresh.length || stale.includes(null)) throw new Error("another kind of page");
    const focused = document.activeElement?.id;
    const isOpen = document.querySelector(".filter-more")?.open;
    stale.forEach((part, index) => part.replaceWith(document.adoptNode(fresh[index])));
    if (isOpen) document.querySelector(".filter-more").open = true;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    found.textContent = page.getElementById(found.id).textContent;
    document.head.querySelectorAll(TOLD).forEach((link) => link.remove());
    document.head.append(...page.head.querySelectorAll(TOLD));
}

function submit(form) {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(asked).toString();
    show(location.pathname + (query && `?${query}`));
}

if (list && found) {
    list.addEventListener("submit", (event) => {
        event.preventDefault();
        submit(event.target);
    });
    list.addEventListener("change", (event) => {
        if (event.target.matches("select, [type=checkbox]")) submit(event.target.form);
    });
    list.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-update]");
        const isModified = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
        if (!link || isModified || event.defaultPrevented) return;
        event.preventDefault();
        show(link.href, { toResults: true });
    });
    addEventListener("popstate", () => {
        const address = location.pathname + location.search;
        if (address !== shown) show(address, { isNew: false });
    });
}
