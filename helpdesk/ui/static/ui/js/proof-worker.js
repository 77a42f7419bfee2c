// Solves one altcha v2 challenge: count up until PBKDF2(nonce + counter, salt) begins with the asked prefix.
"use strict";
const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

self.onmessage = async ({ data }) => {
  const challenge = JSON.parse(data);
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const began = Date.now();
  const derive = async (counter) => {
    const password = new Uint8Array(nonce.length / 2 + 4);
    password.set(bytes(nonce));
    new DataView(password.buffer).setUint32(nonce.length / 2, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const rules = { name: "PBKDF2", salt: bytes(salt), iterations: cost, hash: algorithm.split("/")[1] || "SHA-256" };
    return { counter, derivedKey: hex(await crypto.subtle.deriveBits(rules, key, keyLength * 8)) };
  };
  // Four at a time: Web Crypto spreads them over the cores, and a phone stays cool enough.
  for (let counter = 0; ; counter += 4) {
    const tries = await Promise.all([0, 1, 2, 3].map((step) => derive(counter + step)));
    const hit = tries.find((one) => one.derivedKey.startsWith(keyPrefix));
    if (hit) return self.postMessage(btoa(JSON.stringify({ challenge, solution: { ...hit, time: Date.now() - began } })));
  }
};
