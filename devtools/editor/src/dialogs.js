// Small dialogs over the page. What one typed in one that was shut is there when it is opened again.
import { button, el, walkable } from "./dom.js";
import { tell } from "./words.js";

const typed = new Map();

const open = (title, parts, closed) => {
  const dialog = el("dialog", { class: "krh-dialog", "aria-labelledby": "krh-vraag" }, el("h2", { class: "krh-dialog__title", id: "krh-vraag" }, title), ...parts);
  dialog.addEventListener("close", () => { dialog.remove(); closed(); });
  // The keys of the desk are not for a field of ours.
  dialog.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

/** Ask for words; resolves with them, with "" when they are to be removed, or with null. */
export const askWords = ({ name, title, label, value = "", removable = false, rows = 4 }) => new Promise((resolve) => {
  const field = el("textarea", { class: "krh-field__input", id: "krh-woorden", rows });
  field.value = typed.get(name) ?? value;
  let answer = null;
  const done = (given) => { answer = given; typed.delete(name); dialog.close(); };
  const form = el("form", { class: "krh-stack", onsubmit: (event) => { event.preventDefault(); if (field.value.trim()) done(field.value.trim()); else field.focus(); } },
    el("div", { class: "krh-field" }, el("label", { class: "krh-field__label", for: "krh-woorden" }, label), field),
    el("p", { class: "krh-button-group" }, el("button", { class: "krh-button krh-button--primary" }, tell("ok")), removable && button(tell("remove"), () => done("")), button(tell("cancel"), () => dialog.close(), "quiet")));
  field.addEventListener("input", () => typed.set(name, field.value));
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
  const dialog = open(title, [form], () => resolve(answer));
  field.focus();
});

/** Choose one of `choices` ({words, more, chip, value}); with `filter` by typing, with `find` by searching. */
export const askChoice = ({ title, choices = [], filter = "", find = null, query = "", none, option = "" }) => new Promise((resolve) => {
  let answer = null;
  const list = el("ul", { role: "list", class: "krh-choices" });
  const line = el("p", { role: "status", class: "krh-small krh-soft" });
  const tick = el("input", { type: "checkbox", id: "krh-keuze" });
  const show = (found) => {
    list.replaceChildren(...found.map((one) => el("li", {}, el("button", { type: "button", class: "krh-choices__one", onclick: () => { answer = { value: one.value, option: tick.checked }; dialog.close(); } },
      el("b", {}, one.words), one.chip && el("span", { class: "krh-small" }, ` ${one.chip}`), one.more && el("span", { class: "krh-choices__more" }, one.more)))));
    line.textContent = found.length ? "" : none;
  };
  const field = (filter || find) && el("input", { class: "krh-field__input", type: "search", id: "krh-zoek", autocomplete: "off" });
  const search = async () => {
    if (!field.value.trim()) return;
    try { show(await find(field.value.trim())); } catch { line.textContent = tell("not_found_now"); }
  };
  const form = el("form", { class: "krh-stack", onsubmit: (event) => { event.preventDefault(); if (find) search(); else list.querySelector("button")?.focus(); } },
    field && el("div", { class: "krh-field" }, el("label", { class: "krh-field__label", for: "krh-zoek" }, filter || tell("query")), field),
    option && el("p", { class: "krh-small" }, el("label", {}, tick, ` ${option}`)),
    find && el("p", {}, el("button", { class: "krh-button krh-button--primary krh-button--small" }, tell("search"))),
    list, line, el("p", {}, button(tell("cancel"), () => dialog.close(), "quiet")));
  const dialog = open(title, [form], () => resolve(answer));
  walkable(form, () => [field, ...list.querySelectorAll("button")].filter(Boolean));
  if (!find) show(choices);
  if (filter) field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    show(choices.filter((one) => words.every((word) => `${one.words} ${one.chip || ""} ${one.more || ""}`.toLowerCase().includes(word))));
  });
  if (find && query) { field.value = query; search(); }
  (field || list.querySelector("button"))?.focus();
});

/** A dialog of somebody else's making; `fill(close)` gives its parts. */
export const showDialog = (title, fill) => new Promise((resolve) => {
  let answer = null;
  const dialog = open(title, fill((given) => { answer = given; dialog.close(); }), () => resolve(answer));
  dialog.classList.add("krh-dialog--wide");
  dialog.querySelector("button, input")?.focus();
});
