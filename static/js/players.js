// Puts the player of another site in place of a picture, after a click on the button that says so. Without this file,
// the link under it leads to the page of the recording.

const play = (figure) => {
    const frame = document.createElement("iframe");
    frame.title = figure.dataset.title;
    frame.allow = "autoplay; fullscreen";
    frame.referrerPolicy = figure.dataset.referrer;
    // Its own scripts and its own memory, without which no player plays; no window, no form, no way to this page.
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    frame.src = figure.dataset.player;
    figure.querySelector(".player-stage").replaceChildren(frame);
    figure.querySelector(".player-start").remove();
    frame.focus();
};

for (const figure of document.querySelectorAll("[data-player]")) {
    figure.querySelector(".player-start").hidden = false;
    figure.querySelector("[data-play]").addEventListener("click", () => play(figure));
}
