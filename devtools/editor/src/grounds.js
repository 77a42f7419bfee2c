// What each sentence stands on: found in the document, numbered, underlined; a sentence of the reasoning that stands
// on nothing is a gap. The one with the cursor lights up here and in the margin.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { el } from "./dom.js";
import { split } from "./refs.js";
import { ended, reading } from "./sentences.js";
import { tell } from "./words.js";

export const groundsKey = new PluginKey("grounds");
// The chapters in which we reason, and what needs no ground there: as `helpdesk/reports/checks` asks.
const REASONING = new Set(["weighing", "application", "alternatives", "conclusion"]);
const UNGROUNDED = new Set(["blockquote", "table_header"]);
const ANSWERS = new Set(["fact", "citation"]);

/** All grounds of the document in their order: {kind: fact|citation|gap|ours, from, to, refs, number}. */
export const groundsOf = (doc, { part = "", cursor = -1, refs = null } = {}) => {
  const found = [];
  const walk = (parent, at, quoted) => parent.forEach((node, offset) => {
    const pos = at + offset;
    if (!node.isTextblock) { walk(node, pos + 1, quoted || UNGROUNDED.has(node.type.name) || provided(node, parent)); return; }
    const here = runs(node, pos + 1, refs);
    found.push(...here);
    if (!quoted && REASONING.has(part) && node.type.name === "paragraph") found.push(...gaps(node, pos + 1, here, cursor));
  });
  walk(doc, 0, false);
  found.sort((one, other) => one.from - other.from);
  let number = 0;
  for (const one of found) if (one.kind !== "ours") one.number = ++number;
  return found;
};

// The norm of a right stands on the provision that was chosen for it.
const provided = (node, parent) => node.type.name === "right_norm" && Boolean(parent.attrs.citation);

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

// A question needs no ground; a fact or a source in the sentence itself is one.
const gaps = (block, start, grounded, cursor) => reading(block).sentences.filter(({ words, from, to }) => {
  if (!/\p{L}/u.test(words) || words.endsWith("?")) return false;
  if (grounded.some((one) => one.from < start + to && one.to > start + from)) return false;
  if (cursor >= start + from && cursor <= start + to + 1 && !ended(words)) return false;
  return !answered(block, from, to);
}).map(({ from, to }) => ({ kind: "gap", said: "", refs: [], from: start + from, to: start + to }));
const answered = (block, from, to) => {
  let holds = false;
  block.nodesBetween(from, to, (child) => { if (ANSWERS.has(child.type.name)) holds = true; });
  return holds;
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
