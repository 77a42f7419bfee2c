// One line that says how it stands with the text; a reader hears it only when it changes.
import { el } from "./dom.js";
import { tell } from "./words.js";

const NAMES = { unreachable: "retrying" };
const now = () => new Date().toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit" }).replace(":", ".");

export const makeStateLine = () => {
  const words = el("span");
  const more = el("span");
  const dom = el("p", { class: "krh-toolbar__state" }, el("span", { role: "status" }, words), more);
  let kept = "";
  const put = (text, act = "") => {
    if (words.textContent !== text) words.textContent = text;
    more.replaceChildren(act);
  };
  return {
    dom,
    /** What became of a save. What a person must do stays until it is done. */
    says: (kind, error = "") => {
      if (kind === "saving" && kept === "retrying") return;
      kept = NAMES[kind] || kind;
      dom.dataset.kind = kept;
      put(error || tell(kept, { time: now() }));
    },
    words: (text, act) => { dom.dataset.kind = act ? "act" : "said"; put(text, act || ""); },
  };
};
