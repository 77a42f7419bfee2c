// The footnotes under the sheet, numbered as on paper: one presses one to change it.
import { el } from "./dom.js";
import { tell } from "./words.js";

export const makeNotes = ({ view, refs, insert }) => {
  const list = el("ol");
  const dom = el("section", { class: "krh-notes", "aria-label": tell("footnotes"), hidden: true }, list);
  let drawn = "";
  const draw = () => {
    const found = [];
    view().state.doc.descendants((node, pos) => {
      if (node.type.name === "footnote") found.push({ pos, text: node.attrs.text });
      if (node.type.name === "citation" && node.attrs.as === "note") found.push({ pos, text: refs.short(node.attrs.ref), source: true });
    });
    const sign = JSON.stringify([found, view().editable]);
    if (sign === drawn) return;
    drawn = sign;
    dom.hidden = !found.length;
    list.replaceChildren(...found.map(({ pos, text, source }) => el("li", {}, source || !view().editable ? text
      : el("button", { type: "button", class: "krh-notes__one", onclick: () => insert().editFootnote(pos) }, text || tell("footnote_empty")))));
  };
  return { dom, draw };
};
