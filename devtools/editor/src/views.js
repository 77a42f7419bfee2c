// How some pieces look in the sheet: atoms that say what they refer to, a quote with who said it, a right with its norm.
import { el } from "./dom.js";
import { isSuggesting } from "./suggesting.js";
import { tell } from "./words.js";

/** The node views of one editor; `refs` tells what a ref says, `insert` changes things. */
export const views = ({ refs, insert }) => ({
  fact: (node) => atomView(refs, node, () => `krh-atom krh-atom--fact`),
  citation: (node) => atomView(refs, node, () => (node.attrs.as === "note" ? "krh-note" : "krh-atom krh-atom--source")),
  person: (node) => atomView(refs, node, () => "krh-atom krh-atom--person"),
  footnote: (node, _view, getPos) => footnoteView(node, getPos, insert),
  blockquote: (node, view, getPos) => quoteView(node, view, getPos),
  right: (node, view, getPos) => rightView(node, view, getPos, refs, insert),
});

const atomView = (refs, node, cls) => {
  const dom = el("span", { class: cls() });
  const draw = () => {
    const what = refs.get(node.attrs.ref);
    const short = refs.short(node.attrs.ref);
    dom.title = what?.text || short;
    dom.classList.toggle("krh-atom--unknown", !what);
    // A note shows its number by counting; its words are for who does not see it.
    dom.replaceChildren(node.attrs.as === "note" ? el("span", { class: "krh-hidden" }, tell("footnote_of", { text: short })) : short);
  };
  draw();
  refs.listeners.add(draw);
  return { dom, update: (next) => next.sameMarkup(node), ignoreMutation: () => true, destroy: () => refs.listeners.delete(draw) };
};

const footnoteView = (node, getPos, insert) => {
  const words = tell("footnote_of", { text: node.attrs.text || tell("footnote_empty") });
  const dom = el("span", { class: "krh-note", title: node.attrs.text }, el("span", { class: "krh-hidden" }, words));
  dom.addEventListener("dblclick", () => insert().editFootnote(getPos()));
  return { dom, update: (next) => next.sameMarkup(node), ignoreMutation: () => true };
};

const quoteView = (node, view, getPos) => {
  const contentDOM = el("div", { class: "krh-quote__words" });
  const field = el("input", { class: "krh-quote__who", type: "text", "aria-label": tell("who"), placeholder: tell("who"), autocomplete: "off" });
  field.value = node.attrs.who;
  field.addEventListener("input", () => view.dispatch(view.state.tr.setNodeAttribute(getPos(), "who", field.value)));
  field.addEventListener("focus", () => { field.readOnly = !view.editable || isSuggesting(view.state); });
  const dom = el("blockquote", {}, contentDOM, el("div", { contenteditable: "false" }, field));
  return {
    dom, contentDOM,
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      if (field.value !== next.attrs.who) field.value = next.attrs.who;
      return true;
    },
    stopEvent: (event) => event.target === field,
    ignoreMutation: (record) => !contentDOM.contains(record.target) && record.type !== "selection",
  };
};

const rightView = (node, view, getPos, refs, insert) => {
  const contentDOM = el("div");
  const name = el("span", { class: "krh-box__name" });
  const choose = el("button", { type: "button", class: "krh-button krh-button--quiet krh-button--small" }, tell("right_choose"));
  choose.addEventListener("click", async () => {
    if (!view.editable) return;
    const found = await insert().chooseCitation({ title: tell("pick_right") });
    if (found) view.dispatch(view.state.tr.setNodeAttribute(getPos(), "citation", found.id));
  });
  const draw = () => { name.textContent = `${tell("right")}: ${node.attrs.citation ? refs.short(node.attrs.citation) : tell("right_none")}`; };
  draw();
  refs.listeners.add(draw);
  const head = el("div", { class: "krh-box__head", contenteditable: "false" }, name, choose);
  const dom = el("div", { class: "krh-box krh-box--right" }, head, contentDOM);
  return {
    dom, contentDOM,
    update: (next) => { if (next.type !== node.type) return false; node = next; draw(); return true; },
    stopEvent: (event) => head.contains(event.target),
    ignoreMutation: (record) => !contentDOM.contains(record.target) && record.type !== "selection",
    destroy: () => refs.listeners.delete(draw),
  };
};
