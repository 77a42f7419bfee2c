// Quiet forms and links: fetched; head, <main>, foot and title of the answer take the place of ours, the address never
// changes. So the history holds one line of us, and the browser's Back button leaves the site in one press.
const show = (html) => {
  const page = new DOMParser().parseFromString(trust.createHTML(html), "text/html");
  const main = page.querySelector("main");
  if (!main) throw new TypeError("no main");
  document.querySelector("main").replaceWith(document.adoptNode(main));
  ["body > header", "body > footer"].forEach((part) => {
    const [ours, theirs] = [document.querySelector(part), page.querySelector(part)];
    if (ours) ours.remove();
    if (theirs) main[part.endsWith("header") ? "before" : "after"](document.adoptNode(theirs));
  });
  // The quick exit closes an open mailbox behind it; whether one is open only the answer knows.
  const exits = [document, page].map((one) => one.querySelector(".krh-exit"));
  if (exits[1] && exits[1].dataset.leave) exits[0].dataset.leave = exits[1].dataset.leave;
  else delete exits[0].dataset.leave;
  document.title = page.title;
  document.dispatchEvent(new Event("krh:main"));
  return main;
};
const arrive = (main) => {
  const first = main.querySelector("[data-focus]") || main.querySelector("[data-step][data-now] [tabindex]") || main.querySelector("h1");
  scrollTo(0, 0);
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
};
{
  let pressed;
  const post = async (form, button) => {
    const parts = new FormData(form);
    const files = [...parts.values()].some((value) => typeof value !== "string" && value.size);
    const fields = files ? parts : new URLSearchParams([...parts].filter(([, value]) => typeof value === "string"));
    if (button && button.name) fields.set(button.name, button.value);
    const answer = await fetch(form.action, {
      method: "POST", body: fields, mode: "same-origin", credentials: "same-origin", cache: "no-store",
      signal: self.AbortSignal && AbortSignal.timeout ? AbortSignal.timeout(files ? 300e3 : 30e3) : undefined,
    });
    // A server in trouble: the words stay where they are, in the field.
    if (answer.status >= 500) throw new Error("later");
    // Led to another page, as after closing the mailbox: go there, without a step in the history.
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) { location.replace(answer.url); return ""; }
    return answer.text();
  };
  const visit = async (link) => {
    const answer = await fetch(link.href, { mode: "same-origin", credentials: "same-origin", cache: "no-store" });
    if (answer.status >= 500) throw new Error("later");
    arrive(show(await answer.text()));
  };
  const failed = (form) => {
    const line = form.querySelector("[data-failed]") || document.createElement("p");
    line.className = "krh-notice krh-notice--warn krh-notice--words";
    line.dataset.failed = "";
    line.setAttribute("role", "alert");
    line.textContent = say("failed");
    form.append(line);
  };
  const busy = (button, on) => {
    if (!button) return;
    if (on) {
      button.style.minWidth = button.offsetWidth + "px";
      button.krhNodes = [...button.childNodes];
      button.replaceChildren(say("busy"));
    } else if (button.krhNodes) button.replaceChildren(...button.krhNodes);
    button.setAttribute("aria-busy", on);
  };
  document.addEventListener("click", (event) => {
    pressed = event.target.closest("button");
    const link = event.target.closest("a[href]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.defaultPrevented || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    // Another language is another document.
    if (link.lang || link.hash) location.replace(link.href); else visit(link).catch(() => location.replace(link.href));
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("[data-quiet]")) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    const button = event.submitter || pressed || form.querySelector("button");
    form.dataset.sending = "1";
    busy(button, true);
    try {
      if (form.krhProof) await form.krhProof;
      const html = await post(form, button);
      if (!html) { emptyFields(); return; }
      const main = show(html);
      form.reset();
      form.querySelectorAll("textarea, input").forEach((field) => { field.value = ""; });
      arrive(main);
    } catch {
      delete form.dataset.sending;
      busy(button, false);
      failed(form);
    }
  });
  // A page that comes back from the browser's own memory is loaded anew, empty.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
