// Drafts: what one writes is kept on the server within two seconds, encrypted there, never in the browser.
// <form data-draft-url="…"> with a [data-draft-status] inside. Offline the words stay in the page and are tried again.
{
  const waiting = new Map();
  const sent = new WeakSet();
  const flying = new WeakMap();
  const tell = (form, key) => {
    const line = form.querySelector("[data-draft-status]");
    if (line) line.textContent = say((key === "saved" && form.dataset.saved) || key, clock());
  };
  // By this the server knows a draft that comes in after its own form was sent.
  const sitting = () => Object.assign(document.createElement("input"), { type: "hidden", name: "sitting", value: crypto.randomUUID() });
  const keep = async (form) => {
    const mark = waiting.get(form);
    const way = new AbortController();
    flying.set(form, way);
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST", body: new URLSearchParams(new FormData(form)), mode: "same-origin", cache: "no-store",
        headers: { "X-Requested-With": "fetch" }, signal: way.signal,
      });
      if ([401, 403].includes(answer.status) || (answer.redirected && desk.isSignIn(answer.url))) {
        if (!(await desk.signedIn())) desk.askSignIn();
        throw new Error("not kept; the next try has a fresh token");
      }
      if (!answer.ok) throw new Error("refused");
      if (waiting.get(form) === mark) waiting.delete(form);
      tell(form, "saved");
      return true;
    } catch {
      if (!way.signal.aborted) tell(form, "unsaved");
      return false;
    }
  };
  const retry = () => waiting.forEach((_mark, form) => { if (form.isConnected) keep(form); else waiting.delete(form); });
  let timer;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft-url]");
    if (!form) return;
    if (!form.elements.sitting) form.append(sitting());
    waiting.set(form, Symbol("typed"));
    sent.delete(form);
    clearTimeout(timer);
    timer = setTimeout(retry, 1200);
  });
  setInterval(retry, 5000);
  ["online", "krh:signed-in"].forEach((name) => { addEventListener(name, retry); document.addEventListener(name, retry); });
  // Sending: first be sure that the session lives and the words are kept, then let the form go its way.
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-draft-url]");
    if (!form || form.dataset.checked || form.hasAttribute("hx-post")) {
      if (form) { waiting.delete(form); sent.add(form); flying.get(form)?.abort(); }  // what still flies would come after
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    waiting.set(form, Symbol("send"));
    if (!(await keep(form))) return;
    form.dataset.checked = "1";
    form.requestSubmit(submitter && submitter.form === form ? submitter : undefined);
  });
  document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
    if (detail.successful || !target.matches("form[data-draft-url]")) return;
    sent.delete(target);
    waiting.set(target, Symbol("not sent"));
  });
  // A panel that comes back while one types in it must not take the words along.
  document.addEventListener("htmx:oobBeforeSwap", ({ detail: { target, fragment } }) => {
    target.querySelectorAll("form[data-draft-url] textarea[id]").forEach((old) => {
      const fresh = fragment.querySelector("#" + old.id);
      if (!fresh || sent.has(old.form) || old.value === old.defaultValue) return;
      fresh.value = old.value;
      waiting.set(fresh.form, Symbol("carried"));
    });
  });
  addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
}
