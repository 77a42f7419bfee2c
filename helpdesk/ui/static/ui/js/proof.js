// Proof of work while one types: the puzzle that came with the form (altcha v2) is solved in the background, unseen.
// Count up until PBKDF2(nonce + counter, salt) begins with the asked prefix. Web Crypto does the work on its own threads,
// so the page stays quick without a worker. No Web Crypto: the field stays empty and the server takes its slow way.
{
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const derive = async ({ algorithm, nonce, salt, cost, keyLength }, counter) => {
    const password = new Uint8Array(nonce.length / 2 + 4);
    password.set(bytes(nonce));
    new DataView(password.buffer).setUint32(nonce.length / 2, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const rules = { name: "PBKDF2", salt: bytes(salt), iterations: cost, hash: algorithm.split("/")[1] };
    return { counter, derivedKey: hex(await crypto.subtle.deriveBits(rules, key, keyLength * 8)) };
  };
  const solve = async (form, challenge) => {
    const until = Date.now() + 60e3;
    // Four at a time keep two cores busy and a phone cool enough. A form that has gone needs no answer.
    for (let counter = 0; form.isConnected && Date.now() < until; counter += 4) {
      const tries = await Promise.all([0, 1, 2, 3].map((step) => derive(challenge.parameters, counter + step)));
      const solution = tries.find((one) => one.derivedKey.startsWith(challenge.parameters.keyPrefix));
      if (solution) return btoa(JSON.stringify({ challenge, solution }));
    }
    return "";
  };
  onMain(() => {
    const form = document.querySelector("form[data-challenge]");
    if (!form || !form.dataset.challenge || !self.crypto || !crypto.subtle) return;
    const start = () => {
      form.krhProof = form.krhProof || solve(form, JSON.parse(form.dataset.challenge))
        .then((proof) => { form.querySelector("[name=pow]").value = proof; }).catch(() => {});
    };
    form.addEventListener("input", start, { once: true });
    form.addEventListener("submit", start, { once: true, capture: true });
  });
}
