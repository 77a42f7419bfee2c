// A standard text goes in where the cursor was, or at the end when one did not write yet; it never takes words away.
// <details data-insert-into="id"> with a search and [data-insert] buttons; the words lie in [data-words].
// data-inline: into the sentence, as a citation is. [data-work] then says to the form around it on what the case relies.
{
  const been = new WeakSet();
  const fieldOf = (pick) => document.getElementById(pick.dataset.insertInto);
  const lines = (before, after) => [
    !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n",
    after && !after.startsWith("\n") ? "\n\n" : "",
  ];
  const inline = (before, after) => [/[^\s(\[“‘"]$/.test(before) ? " " : "", /^[\p{L}\p{N}]/u.test(after) ? " " : ""];
  const insert = (field, words, gaps) => {
    const at = been.has(field) ? field.selectionEnd : field.value.length;
    const [gap, after] = gaps(field.value.slice(0, at), field.value.slice(at));
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
    insert(fieldOf(pick), button.querySelector("[data-words]").textContent, "inline" in pick.dataset ? inline : lines);
  });
  // Only what has a place in the library is said to the case; without script there is no such button.
  document.addEventListener("htmx:configRequest", (event) => {
    const button = event.detail.triggeringEvent?.submitter;
    if (!button?.matches("[data-insert]")) return;
    const { work, address } = button.dataset;
    if (work) { event.detail.parameters.source = work; event.detail.parameters.place = address; } else event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const pick = event.target.closest && event.target.closest("[data-insert-into]");
    if (!pick || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); step(pick, event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Escape" && pick.open) { pick.open = false; fieldOf(pick).focus(); }
  });
}
