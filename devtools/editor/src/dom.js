// Making elements. No markup from text and no style attribute ever: the page's policy forbids both.

/** `el("button", {class: "x", onclick: go}, "Words", child)`: functions become listeners, null and false leave out. */
export const el = (name, attrs = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attrs)) {
    if (typeof value === "function") node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};

/** A drawing of the house, copied from the template in the page; nothing where it is not there. */
export const icon = (name) => {
  const found = document.querySelector("template[data-editor-icons]")?.content.querySelector(`[data-icon="${name}"] svg`);
  return found ? document.importNode(found, true) : "";
};

export const button = (words, onclick, kind = "secondary") =>
  el("button", { type: "button", class: `krh-button krh-button--${kind} krh-button--small`, onclick }, words);

/** Arrow keys walk through what `items()` gives; used by lists of choices. */
export const walkable = (host, items) => {
  host.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = items();
    const to = all[Math.max(0, Math.min(all.indexOf(document.activeElement) + step, all.length - 1))];
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
};
