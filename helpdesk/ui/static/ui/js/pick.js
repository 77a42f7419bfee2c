// A standard text goes in where the cursor was, or at the end when one did not write yet; it never takes words away.
// <details data-insert-into="id"> with a search and [data-insert] buttons; the words lie in [data-words].
{
  const been = new WeakSet();
  const fieldOf = (pick) => document.getElementById(pick.dataset.insertInto);
  const insert = (field, words) => {
    const at = been.has(field) ? field.selectionEnd : field.value.length;
    const before = field.value.slice(0, at);
    const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const after = field.value.slice(at) && !field.value.slice(at).startsWith("\n") ? "\n\n" : "";
    field.focus();
    field.setSelectionRange(at, at);
    // The old command keeps what was done before undoable; a browser without it takes the other way.
    if (document.execCommand && document.execCommand("insertText", false, gap + words + after)) return;
    field.setRangeText(gap + words + after, at, at, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const step = (pick, by) => {
    const all = [pick.querySelector("[type=search]"), ...pick.querySelectorAll("[data-insert]")];
    all[Math.max(0, Math.min(all.indexOf(document.activeElement) + by, all.length - 1))].focus();
  };
  document.addEventListener("focusin", ({ target }) => { if (target.matches("textarea")) been.add(target); });
  document.addEventListener("toggle", ({ target }) => {
    if (target.matches("[data-insert-into]") && target.open) target.querySelector("[type=search]").focus();
  }, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const pick = button.closest("[data-insert-into]");
    pick.open = false;
    insert(fieldOf(pick), button.querySelector("[data-words]").textContent);
  });
  document.addEventListener("keydown", (event) => {
    const pick = event.target.closest && event.target.closest("[data-insert-into]");
    if (!pick || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); step(pick, event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape" && pick.open) { pick.open = false; fieldOf(pick).focus(); }
  });
}
