// Finds the number that a challenge of ALTCHA (version 2, SHA-256, one round) asks for, away from the page.
// No module: phones older than modules in workers run it too.

const TOGETHER = 256;

const bytes = (hexadecimal) => Uint8Array.from(hexadecimal.match(/../g), (pair) => parseInt(pair, 16));
const hexadecimal = (found) => Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function solve({ nonce, salt, keyPrefix }) {
    const head = [...bytes(salt), ...bytes(nonce)];
    const prefix = bytes(keyPrefix);
    const digest = (counter) => {
        const said = new Uint8Array(head.length + 4);
        said.set(head);
        new DataView(said.buffer).setUint32(head.length, counter);
        return crypto.subtle.digest("SHA-256", said);
    };
    for (let first = 0; ; first += TOGETHER) {
        const found = await Promise.all(Array.from({ length: TOGETHER }, (_, rank) => digest(first + rank)));
        for (const [rank, buffer] of found.entries()) {
            const key = new Uint8Array(buffer);
            if (prefix.every((byte, place) => byte === key[place])) return { counter: first + rank, derivedKey: hexadecimal(key) };
        }
    }
}

addEventListener("message", async ({ data }) => postMessage(await solve(data)));
