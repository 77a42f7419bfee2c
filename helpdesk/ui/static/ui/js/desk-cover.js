// Privacy screen: key "." covers at once, and the desk covers itself after fifteen minutes without a touch.
// After such a pause it opens only when the session still lives; else one signs in first, over the page.
const desk = { cover: null };
{
  const IDLE = 15 * 60e3;
  let touched = Date.now();
  const lift = async () => {
    if (Date.now() - touched > IDLE && !(await desk.signedIn())) return desk.askSignIn();
    touched = Date.now();
    desk.cover.remove();
    desk.cover = null;
    document.documentElement.classList.remove("krh-covered");
    if (desk.before) desk.before.focus();
  };
  desk.hide = () => {
    if (desk.cover) return lift();
    desk.before = document.activeElement;
    desk.cover = Object.assign(document.createElement("button"), { type: "button", className: "krh-cover", textContent: say("cover") });
    desk.cover.addEventListener("click", lift);
    document.documentElement.classList.add("krh-covered");
    document.body.append(desk.cover);
    desk.cover.focus();
  };
  ["pointerdown", "keydown", "input", "scroll"].forEach((name) => addEventListener(name, () => {
    if (!desk.cover) touched = Date.now();
  }, { passive: true, capture: true }));
  setInterval(() => { if (!desk.cover && Date.now() - touched > IDLE) desk.hide(); }, 10e3);
}
