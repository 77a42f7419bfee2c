// Undo-send: the bar says in words how long one can take back, stays while it has focus, and goes by itself.
// <div class="krh-toast" data-until="2026-11-23T12:34:00+01:00"> with the words in [data-left].
{
  const look = () => document.querySelectorAll(".krh-toast[data-until]").forEach((toast) => {
    const left = new Date(toast.dataset.until) - Date.now();
    if (left <= 0 && !toast.contains(document.activeElement)) return toast.remove();
    const words = left > 45e3 ? "minute" : left > 0 ? "shortly" : "over";
    const line = toast.querySelector("[data-left]");
    // Only a new sentence is set, or a screen reader would repeat it every second.
    if (line && line.textContent !== say(words)) line.textContent = say(words);
    return undefined;
  });
  setInterval(look, 2000);
  ["DOMContentLoaded", "htmx:afterSettle"].forEach((name) => document.addEventListener(name, look));
}
