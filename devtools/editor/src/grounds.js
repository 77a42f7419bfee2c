// What each sentence stands on: found in the document, numbered, underlined; a sentence of the reasoning that stands
// on nothing is a gap. The one with the cursor lights up here and in the margin.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { el } from "./dom.js";
import { split } from "./refs.js";
import { ended, sentences } from "./sentences.js";
import { tell } from "./words.js";

export const groundsKey = new PluginKey("grounds");
// The chapters in which we reason; elsewhere only the block of a right does.
const REASONING = new Set(["weighing", "application", "alternatives", "conclusion"]);
const ANSWERS = new Set(["fact", "citation"]);

/** All grounds of the document in their order: {kind: fact|citation|gap|ours, from, to, refs, number}. */
export const groundsOf = (doc, { part = "", cursor = -1, refs = null } = {}) => {
  const found = [];
  doc.descendants((node, pos, parent, index) => {
    if (["blockquote", "table"].includes(node.type.name)) { marked(node, pos, found, refs); return false; }
    if (!node.isTextblock) return true;
    const here = runs(node, pos + 1, refs);
    found.push(...here);
    const reasons = REASONING.has(part) || ["right_norm", "right_gap"].includes(parent?.type.name);
    if (reasons && node.type.name === "paragraph") found.push(...gaps(node, pos + 1, here, cursor));
    return false;
  });
  found.sort((one, other) => one.from - other.from);
  let number = 0;
  for (const one of found) if (one.kind !== "ours") one.number = ++number;
  return found;
};

const marked = (host, pos, found, refs) => host.descendants((node, at) => {
  if (node.isTextblock) found.push(...runs(node, pos + at + 2, refs));
});

const runs = (block, start, refs) => {
  const found = [];
  block.forEach((child, offset) => {
    const mark = child.marks.find((one) => ["stands_on", "position"].includes(one.type.name));
    if (!mark) return;
    const said = mark.type.name === "position" ? "" : mark.attrs.refs;
    const last = found.at(-1);
    if (last && last.said === said && last.to === start + offset) { last.to += child.nodeSize; return; }
    const list = split(said);
    const kind = !said ? "ours" : refs?.get(list[0])?.kind === "fact" ? "fact" : "citation";
    found.push({ kind, said, refs: list, from: start + offset, to: start + offset + child.nodeSize });
  });
  return found;
};

const gaps = (block, start, grounded, cursor) => {
  const text = block.textBetween(0, block.content.size, undefined, "\ufffc");
  return sentences(text).filter(([begin, end]) => {
    const [from, to] = [start + begin, start + end];
    if (!/\p{L}/u.test(text.slice(begin, end))) return false;
    if (grounded.some((one) => one.from < to && one.to > from)) return false;
    if (cursor >= from && cursor <= to + 1 && !ended(text.slice(begin, end))) return false;
    return !answered(block, begin, end);
  }).map(([begin, end]) => ({ kind: "gap", said: "", refs: [], from: start + begin, to: start + end }));
};
// A fact or a source in the sentence itself, or nothing left of it: no gap.
const answered = (block, begin, end) => {
  let holds = false;
  let left = false;
  block.nodesBetween(begin, end, (child) => {
    if (ANSWERS.has(child.type.name)) holds = true;
    if (child.isText && !child.marks.some((mark) => mark.type.name === "deletion")) left = true;
  });
  return holds || !left;
};

/** The plugin that draws them. `go(ground)` is called when somebody presses a number. */
export const grounds = ({ part, refs, go }) => {
  const look = (state, old, tr) => {
    const cursor = state.selection.head;
    const all = groundsOf(state.doc, { part, cursor, refs });
    const lit = tr?.getMeta(groundsKey);
    const at = lit === undefined ? cursor : lit;
    const active = all.find((one) => one.from <= at && at <= one.to) || null;
    return { all, active, drawn: DecorationSet.create(state.doc, all.flatMap((one) => draw(one, one === active, go, refs))) };
  };
  return new Plugin({
    key: groundsKey,
    state: {
      init: (_config, state) => look(state),
      apply: (tr, old, _before, state) => (tr.docChanged || tr.selectionSet || tr.getMeta(groundsKey) !== undefined ? look(state, old, tr) : old),
    },
    props: { decorations: (state) => groundsKey.getState(state).drawn },
  });
};

const draw = (one, on, go, refs) => {
  const drawn = [];
  if (one.kind === "gap") drawn.push(Decoration.inline(one.from, one.to, { class: `krh-ground krh-ground--gap${on ? " krh-ground--on" : ""}` }));
  else if (on) drawn.push(Decoration.inline(one.from, one.to, { class: "krh-ground--on" }));
  if (one.kind !== "ours") drawn.push(Decoration.widget(one.to, () => number(one, go), { side: 1, marks: [], ignoreSelection: true, key: `${one.number}${one.kind}${one.from}${refs.has(one.refs[0])}` }));
  return drawn;
};
const number = (one, go) => el("button", {
  type: "button", tabindex: "-1", class: `krh-ground__no${one.kind === "gap" ? " krh-ground__no--gap" : ""}`,
  "aria-label": tell(`to_${one.kind}`, { number: one.number }), onmousedown: (event) => event.preventDefault(), onclick: () => go(one),
}, String(one.number));
