// Writes what is said under a sound that has captions: browsers show those of films alone.

for (const line of document.querySelectorAll("[data-captions]")) {
    const sound = line.closest("figure").querySelector("audio");
    const track = sound.textTracks[0];
    sound.addEventListener("play", () => {
        line.hidden = false;
        track.mode = "hidden";
    });
    track.addEventListener("cuechange", () => {
        line.textContent = [...track.activeCues].map((cue) => cue.getCueAsHTML().textContent).join("\n");
    });
}
