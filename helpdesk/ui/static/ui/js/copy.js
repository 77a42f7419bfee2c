// A button that puts a text on the clipboard: <button hidden data-copy="id of the text">. Without script there is none.
{
  const show = () => document.querySelectorAll("[data-copy][hidden]").forEach((button) => { button.hidden = !navigator.clipboard; });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const words = button.querySelector("[data-copy-words]");
    const before = button.dataset.before ??= words.textContent;
    let done = true;
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    } catch {
      done = false; // the browser does not let us: the text stands beside it
    }
    words.textContent = done ? button.dataset.done : button.dataset.refused;
    setTimeout(() => { words.textContent = before; }, 3000);
  });
  ["DOMContentLoaded", "htmx:afterSettle"].forEach((name) => document.addEventListener(name, show));
}
