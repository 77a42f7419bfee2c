// Proof of work while one types: a worker of our own solves the puzzle that came with the form. Nothing is shown.
// No worker or no Web Crypto: the field stays empty and the server takes the slow way, with its own waiting time.
onMain(() => {
  const form = document.querySelector("form[data-challenge]");
  if (!form || !form.dataset.challenge || !self.Worker || !self.crypto || !crypto.subtle) return;
  const start = () => {
    form.krhProof = form.krhProof || new Promise((done) => {
      const worker = new Worker(trust.createScriptURL(form.dataset.worker));
      const stop = (payload) => { worker.terminate(); form.querySelector("[name=pow]").value = payload; done(); };
      worker.onmessage = (event) => stop(event.data);
      worker.onerror = () => stop("");
      setTimeout(() => stop(""), 60e3);
      worker.postMessage(form.dataset.challenge);
    }).catch(() => {});
  };
  form.addEventListener("input", start, { once: true });
  form.addEventListener("submit", start, { once: true, capture: true });
});
