// Cover: paper over the page when it goes out of sight, and after three minutes without a touch on a private page.
// What was typed stays in memory for data-gone minutes under the cover, then it is gone.
{
  const IDLE = 3 * 60e3;
  let touched = Date.now();
  let cover;
  const main = () => document.querySelector("main[data-gone]");
  const gone = () => main() && Date.now() - touched > IDLE + main().dataset.gone * 60e3;
  const wipe = () => { emptyFields(); location.replace(main().dataset.home || "/"); };
  const lift = () => {
    if (gone()) return wipe();
    touched = Date.now();
    document.documentElement.classList.remove("krh-covered");
    if (cover) cover.remove();
    cover = null;
  };
  const draw = (words) => {
    if (!cover) {
      cover = Object.assign(document.createElement("button"), { type: "button", className: "krh-cover" });
      cover.addEventListener("click", lift);
      document.documentElement.classList.add("krh-covered");
      document.body.append(cover);
    }
    cover.textContent = words;
    if (words) cover.focus();
  };
  ["pointerdown", "keydown", "input", "scroll"].forEach((name) => addEventListener(name, () => {
    if (!cover) touched = Date.now();
  }, { passive: true, capture: true }));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return draw("");
    if (!main() || Date.now() - touched < IDLE) lift(); else if (gone()) wipe(); else draw(say("cover"));
  });
  setInterval(() => {
    if (!main() || document.hidden) return;
    if (gone()) wipe(); else if (Date.now() - touched > IDLE) draw(say("cover"));
  }, 5000);
}
