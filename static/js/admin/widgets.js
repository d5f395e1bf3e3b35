// Starts the widgets of the admin where Wagtail would have an inline script, which our policy refuses. An element is
// started when it enters the page, as a script is run: while the page is read, when a form is added, in a window that
// opens. Once: one that moves is not started again. What an element may call is written here and nowhere else.

const CLASSES = [
    "Chooser",
    "PageChooser",
    "ImageChooser",
    "DocumentChooser",
    "SnippetChooser",
    "InlinePanel",
    "MultipleChooserPanel",
];
const FUNCTIONS = ["initDateChooser", "initTimeChooser", "initDateTimeChooser", "createMediaChooser", "createTaskChooser"];

customElements.define(
    "start-widget",
    class extends HTMLElement {
        connectedCallback() {
            if (this.isStarted) return;
            this.isStarted = true;
            const { call, id, options } = this.dataset;
            const given = [...(id ? [id] : []), ...(options ? [JSON.parse(options)] : [])];
            if (CLASSES.includes(call)) new window[call](...given);
            else if (FUNCTIONS.includes(call)) window[call](...given);
            else throw new Error(`start-widget: ${call}`);
        }
    },
);
