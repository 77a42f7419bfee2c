// Desk keys. Rows: .krh-row__link, .krh-queue__item and [data-row]. Anything with data-key="r" answers to r; data-go="w" to g then w.
// Off while typing, and off as a whole with <body data-keys="off"> (WCAG 2.1.4).
{
  let chord = 0;
  const rows = () => [...document.querySelectorAll(".krh-row__link, .krh-queue__item, [data-row]")];
  const walk = (step) => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement || row.hasAttribute("aria-current"));
    const to = all[Math.max(0, Math.min(at + step, all.length - 1))];
    if (to) to.focus();
  };
  const press = (selector) => {
    const target = [...document.querySelectorAll(selector)].find((node) => node.getClientRects().length);
    if (!target) return false;
    if (target.matches("input, textarea, select")) target.focus(); else target.click();
    return true;
  };
  const close = () => {
    const open = document.querySelector("dialog[open], details.krh-menu[open]");
    if (!open) return;
    if (open.close) open.close(); else open.open = false;
  };
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    // Ctrl+Enter sends the form one is typing in.
    if (key === "Enter" && (event.ctrlKey || event.metaKey) && target.form) { event.preventDefault(); target.form.requestSubmit(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // Esc closes what is open and steps out of a field; the words stay in it.
    if (key === "Escape") { if (desk.cover) desk.hide(); else { close(); if (typing(target)) target.blur(); } return; }
    if (typing(target) || document.body.dataset.keys === "off" || key.length !== 1) return;
    if (desk.cover) { if (key === ".") desk.hide(); return; }
    if (document.querySelector("dialog[open]")) return;
    const going = Date.now() - chord < 1500;
    chord = 0;
    let done = true;
    if (going && /[a-z]/.test(key)) done = press(`[data-go="${key}"]`);
    else if (key === "j") walk(1);
    else if (key === "k") walk(-1);
    else if (key === "g") chord = Date.now();
    else if (key === "/") done = press("[type=search]");
    else if (key === ".") desk.hide();
    else if (key === "?") document.querySelector("#toetsen").showModal();
    else if (/[a-z0-9]/.test(key)) done = press(`[data-key="${key}"]`);
    else done = false;
    // A two-key letter without "g" may also be a key of its own, as `g` for danger in triage.
    if (key === "g" && document.querySelector('[data-key="g"]')) setTimeout(() => { if (chord) { chord = 0; press('[data-key="g"]'); } }, 1500);
    if (done) event.preventDefault();
  });
  // A removed row hands the focus to the next one.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const row = event.target.closest && event.target.closest(".krh-row");
    if (row && row.contains(document.activeElement)) desk.row = rows().indexOf(row.querySelector(".krh-row__link"));
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (desk.row === undefined || document.activeElement !== document.body) return;
    const all = rows();
    if (all.length) all[Math.min(desk.row, all.length - 1)].focus();
    delete desk.row;
  });
}
