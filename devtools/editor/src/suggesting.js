// Proposals: what one types is underlined as new, what one takes away is struck and stays; the text itself is not
// touched until somebody takes it over. Only words can be proposed: the shape of a text cannot carry such a mark.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Fragment } from "prosemirror-model";
import { canSplit, ReplaceStep, AddMarkStep, RemoveMarkStep } from "prosemirror-transform";
import { schema } from "./schema.js";

export const suggestKey = new PluginKey("suggest");
const { insertion, deletion } = schema.marks;

/** Whether one proposes now, and as whom. The sign-in of proposals from Word is "word". */
export const suggesting = ({ member, on = false }) => new Plugin({
  key: suggestKey,
  state: { init: () => ({ on, member, forward: false }), apply: (tr, old) => ({ ...old, ...tr.getMeta(suggestKey) }) },
  props: {
    // Backspace leaves the cursor before what it struck, Delete behind it, so that a second press goes on.
    handleKeyDown: (view, event) => {
      const state = suggestKey.getState(view.state);
      state.forward = event.key === "Delete" || (event.ctrlKey && event.key === "d");
      return false;
    },
  },
});

export const isSuggesting = (state) => suggestKey.getState(state).on;

/** The transaction as a proposal; itself when it is none of typing; null when it cannot be proposed. */
export const asSuggestion = (tr, state) => {
  const mine = suggestKey.getState(state);
  if (!mine.on || !tr.docChanged || tr.getMeta("direct") || tr.getMeta("history$")) return tr;
  if (tr.steps.every((step) => remark(step))) return tr;
  if (!tr.steps.every((step) => step instanceof ReplaceStep)) return null;
  const out = state.tr;
  let cursor = null;
  for (const [index, step] of tr.steps.entries()) {
    const back = tr.mapping.slice(0, index).invert();
    const at = (pos, bias) => out.mapping.map(back.map(pos, bias), bias);
    const [from, to] = [at(step.from, -1), at(step.to, 1)];
    const put = inline(step.slice.content);
    if (!put.size && from < to && !touches(out.doc, from, to)) return null;
    if (!put.size && from === to) return null;
    cursor = propose(out, from, to, put, mine);
  }
  if (!out.docChanged && cursor === null) return null;
  out.setSelection(TextSelection.near(out.doc.resolve(Math.min(cursor, out.doc.content.size)), 1)).scrollIntoView();
  return out.setMeta("paste", tr.getMeta("paste")).setMeta("direct", true);
};

const remark = (step) => (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === "comment";

// Whatever comes in becomes one run of words; blocks become lines.
const inline = (content) => {
  let run = Fragment.empty;
  const add = (node) => {
    if (node.isInline) { run = run.addToEnd(node); return; }
    if (node.isTextblock && run.size) run = run.addToEnd(schema.nodes.hard_break.create());
    node.content.forEach(add);
  };
  content.forEach(add);
  return run;
};

const touches = (doc, from, to) => {
  let found = false;
  doc.nodesBetween(from, to, (node, pos) => { if (node.isInline && pos < to && pos + node.nodeSize > from) found = true; });
  return found;
};

const propose = (out, from, to, put, { member, forward }) => {
  const mark = nearest(out.doc, from, to, member) || { id: crypto.randomUUID(), by: member, at: new Date().toISOString() };
  const end = strike(out, from, to, member, mark);
  if (!put.size) return forward ? end : from;
  const place = textPlace(out.doc, end);
  out.insert(place, stamped(put, mark));
  return place + put.size;
};

const textPlace = (doc, pos) => (doc.resolve(pos).parent.inlineContent ? pos : TextSelection.near(doc.resolve(pos), -1).from);

const stamped = (content, attrs) => {
  const nodes = [];
  content.forEach((node) => nodes.push(node.mark(insertion.create(attrs).addToSet(deletion.removeFromSet(node.marks)))));
  return Fragment.from(nodes);
};

// What I proposed myself goes at once; what was there is struck. Gives where the range now ends.
const strike = (out, from, to, member, mark) => {
  const pieces = [];
  out.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isInline) pieces.push({ node, from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize) });
  });
  let end = to;
  for (const piece of pieces.reverse()) {
    if (insertion.isInSet(piece.node.marks)?.attrs.by === member) {
      out.delete(piece.from, piece.to);
      end -= piece.to - piece.from;
    } else if (!deletion.isInSet(piece.node.marks)) out.addMark(piece.from, piece.to, deletion.create(mark));
  }
  return end;
};

// One goes on with the proposal that one is in, or beside.
const nearest = (doc, from, to, member) => {
  const mine = (node) => node?.marks.find((mark) => ["insertion", "deletion"].includes(mark.type.name) && mark.attrs.by === member)?.attrs;
  const [before, after] = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter];
  return mine(before) || mine(after) || null;
};

/** All proposals of a document: {id, by, at, from, pieces: [{type, from, to, text}]}. */
export const suggestionsOf = (doc) => {
  const found = new Map();
  doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      if (mark.type !== insertion && mark.type !== deletion) continue;
      const { id, by, at } = mark.attrs;
      const one = found.get(id) || { id, by, at, from: pos, pieces: [] };
      found.set(id, one);
      const last = one.pieces.at(-1);
      const text = node.isText ? node.text : " ";
      if (last && last.type === mark.type.name && last.to === pos) { last.to += node.nodeSize; last.text += text; } else one.pieces.push({ type: mark.type.name, from: pos, to: pos + node.nodeSize, text });
    }
  });
  return [...found.values()];
};

/** Take proposals over, or leave the text as it was. */
export const settle = (state, ids, accept) => {
  const tr = state.tr.setMeta("direct", true).setMeta("settles", true);
  const [stays, goes] = accept ? [insertion, deletion] : [deletion, insertion];
  const pieces = suggestionsOf(state.doc).filter((one) => ids.includes(one.id)).flatMap((one) => one.pieces);
  for (const piece of pieces.sort((one, other) => other.from - one.from)) {
    const [from, to] = [tr.mapping.map(piece.from, 1), tr.mapping.map(piece.to, -1)];
    if (from >= to) continue;
    if (piece.type === goes.name) remove(tr, from, to, accept);
    else {
      tr.removeMark(from, to, stays);
      if (accept) linesToParagraphs(tr, from, to);
    }
  }
  return tr;
};

// An empty paragraph that is left by taking all its words away goes too, when another stays.
const remove = (tr, from, to, whole) => {
  tr.delete(from, to);
  if (!whole) return;
  const $at = tr.doc.resolve(from);
  const { parent } = $at;
  if (!parent.isTextblock || parent.content.size || $at.depth < 1) return;
  const above = $at.node($at.depth - 1);
  if (above.childCount > 1 && above.canReplace($at.index($at.depth - 1), $at.index($at.depth - 1) + 1)) tr.delete($at.before(), $at.after());
};

// A proposed new line in a paragraph becomes a new paragraph.
const linesToParagraphs = (tr, from, to) => {
  const lines = [];
  tr.doc.nodesBetween(from, to, (node, pos, parent) => {
    if (node.type === schema.nodes.hard_break && parent.type === schema.nodes.paragraph) lines.push(pos);
  });
  for (const pos of lines.reverse()) {
    tr.delete(pos, pos + 1);
    if (canSplit(tr.doc, pos)) tr.split(pos);
  }
};
