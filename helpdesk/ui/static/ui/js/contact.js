// The telephone: both hands on the keys. Enter in a line goes on to the next field, so that nothing is sent by mistake;
// Ctrl+' goes from the caller's words to ours and back.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest && event.target.closest("form[data-call]");
  if (!form) return;
  if (event.ctrlKey && ["'", "\"", "’"].includes(event.key)) {
    event.preventDefault();
    const [asked, said] = ["asked", "said"].map((name) => form.elements[name]);
    (document.activeElement === asked ? said : asked).focus();
  }
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !event.target.matches("input") || event.target.name === "code") return;
  event.preventDefault();
  const all = [...form.querySelectorAll("input:not([type=hidden], [type=radio]), input[type=radio]:checked, textarea, select, button")];
  const after = all.find((node) => node.name !== event.target.name && (event.target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING));
  if (after) after.focus();
});
