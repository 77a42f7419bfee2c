// Dialogs and small habits: data-dialog="#id" opens, data-close shuts, a filter select sends its form by itself,
// data-print warns before paper, an opened menu closes when one looks elsewhere.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) {
    event.preventDefault();
    const dialog = document.querySelector(opener.dataset.dialog);
    if (dialog) dialog.showModal();
  }
  const closer = event.target.closest("[data-close]");
  if (closer && closer.closest("dialog")) { event.preventDefault(); closer.closest("dialog").close(); }
  document.querySelectorAll("details.krh-menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  if (event.target.closest("[data-print]") && confirm(say("print"))) print();
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form) form.requestSubmit();
});
// An error summary that is there when the page comes gets the focus.
["DOMContentLoaded", "htmx:afterSettle"].forEach((name) => document.addEventListener(name, () => {
  const errors = document.querySelector(".krh-errors:not([data-seen])");
  if (!errors) return;
  errors.dataset.seen = "";
  errors.focus();
}));
