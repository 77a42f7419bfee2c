// Facts, sources and persons come into the text by choosing them. On a selection they say what it stands on; without
// one they stand in the sentence themselves.
import { NodeSelection, TextSelection } from "prosemirror-state";
import { askChoice, askWords } from "./dialogs.js";
import { split, sureness } from "./refs.js";
import { schema } from "./schema.js";
import { ask } from "./server.js";
import { tell } from "./words.js";

const { marks, nodes } = schema;

/** Everything that is put in by choosing, for one view. */
export class Inserting {
  constructor({ view, refs, urls }) { Object.assign(this, { view, refs, urls }); }

  async fact() {
    const { facts } = await ask(this.urls.facts);
    const chosen = await askChoice({
      title: tell("pick_fact"), filter: tell("filter"), none: tell("no_facts"),
      choices: facts.map((one) => ({ value: one, words: one.text || one.label, chip: [tell("fact_number", { number: one.number }), one.contested && tell("contested")].filter(Boolean).join(" · "), more: [one.day, one.source].filter(Boolean).join(" · ") })),
    });
    this.view.focus();
    if (!chosen) return;
    const { id, ...fact } = chosen.value;
    this.refs.learn({ [id]: { kind: "fact", ...fact } });
    this.stand(id, () => nodes.fact.create({ ref: id }));
  }

  async citation(query = "") {
    const found = await this.chooseCitation({ title: tell("pick_citation"), query, option: this.view.state.selection.empty ? tell("as_note") : "" });
    if (found) this.stand(found.id, () => nodes.citation.create({ ref: found.id, as: found.note ? "note" : "text" }));
  }

  /** Search, choose, and let the server make a citation of the report of it. */
  async chooseCitation({ title, query = "", option = "" }) {
    const chosen = await askChoice({
      title, option, query, none: tell("found_none"),
      find: async (q) => (await ask(this.urls.find, { q })).found.map((one) => ({ value: one, words: one.label, chip: [sureness(one), one.in_force === false && tell("not_in_force")].filter(Boolean).join(" · "), more: one.text })),
    });
    this.view.focus();
    if (!chosen) return null;
    const { work, address } = chosen.value;
    const made = await ask(this.urls.cite, { work, address });
    this.refs.learn({ [made.id]: { kind: "citation", ...made } });
    return { id: made.id, note: chosen.option };
  }

  async person() {
    const chosen = await askChoice({ title: tell("pick_person"), none: tell("no_persons"), choices: this.refs.ofKind("person").map(([ref, what]) => ({ value: ref, words: what.label, more: what.text })) });
    this.view.focus();
    if (chosen) this.put(nodes.person.create({ ref: chosen.value }));
  }

  async block() {
    const made = (node, words) => ({ value: node, words });
    const paragraph = () => nodes.paragraph.create();
    const right = nodes.right.create({}, [nodes.right_fact, nodes.right_norm, nodes.right_gap].map((side) => side.create({}, paragraph())));
    const chosen = await askChoice({
      title: tell("pick_block"), none: "",
      choices: [
        made(right, `${tell("right")}: ${tell("right_fact").toLowerCase()}, ${tell("right_norm").toLowerCase()}, ${tell("right_gap").toLowerCase()}`),
        ...["views", "identity", "family", "safety", "vulnerability", "health", "education"].map((key) => made(nodes.element.create({ key }, paragraph()), `${tell("element")}: ${tell(`elements.${key}`)}`)),
        ...["facts", "sources", "conditions", "annexes"].map((what) => made(nodes.generated.create({ what }), tell(`generated.${what}`))),
      ],
    });
    this.view.focus();
    if (chosen) this.beside(chosen.value);
  }

  /** A block behind the one with the cursor, or in its place when that is empty; the cursor goes in. */
  beside(node) {
    const { $from } = this.view.state.selection;
    const top = $from.depth ? $from.node(1) : null;
    const empty = top?.type === nodes.paragraph && !top.content.size;
    const at = $from.depth ? (empty ? $from.before(1) : $from.after(1)) : $from.pos;
    const tr = this.view.state.tr;
    if (empty) tr.replaceWith(at, $from.after(1), node); else tr.insert(at, node);
    if (at + node.nodeSize >= tr.doc.content.size) tr.insert(tr.doc.content.size, nodes.paragraph.create());
    this.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }

  async footnote() {
    const { selection } = this.view.state;
    if (selection instanceof NodeSelection && selection.node.type === nodes.footnote) return this.editFootnote(selection.from);
    const words = await askWords({ name: "footnote", title: tell("footnote_title"), label: tell("footnote_label"), rows: 3 });
    this.view.focus();
    if (words) this.put(nodes.footnote.create({ text: words }), this.view.state.selection.to);
    return undefined;
  }

  async editFootnote(pos) {
    const node = this.view.state.doc.nodeAt(pos);
    const words = await askWords({ name: `footnote ${pos} ${node.attrs.text}`, title: tell("footnote_title"), label: tell("footnote_label"), value: node.attrs.text, removable: true, rows: 3 });
    this.view.focus();
    if (words === null || this.view.state.doc.nodeAt(pos)?.type !== nodes.footnote) return;
    this.view.dispatch(words ? this.view.state.tr.replaceWith(pos, pos + 1, nodes.footnote.create({ text: words }, null, node.marks)) : this.view.state.tr.delete(pos, pos + 1));
  }

  put(node, at = null) {
    const { tr } = this.view.state;
    this.view.dispatch((at === null ? tr.replaceSelectionWith(node, true) : tr.insert(at, node)).scrollIntoView());
  }

  stand(ref, atom) {
    const { from, to, empty } = this.view.state.selection;
    if (empty) { this.put(atom()); return; }
    this.view.dispatch(standing(this.view.state.tr, from, to, (refs) => [...refs, ref]));
  }

  /** The words chosen are our own view, or no longer. */
  position() {
    const { from, to, empty } = this.view.state.selection;
    if (empty) return false;
    const { tr, doc } = this.view.state;
    const on = doc.rangeHasMark(from, to, marks.position);
    this.view.dispatch(on ? tr.removeMark(from, to, marks.position) : tr.addMark(from, to, marks.position.create()));
    return true;
  }

  select(from, to) {
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, from, to)).scrollIntoView());
  }
}

/** Change what the words between two places stand on: what they had, and more or less. */
export const standing = (tr, from, to, change) => {
  const pieces = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isInline) pieces.push([Math.max(from, pos), Math.min(to, pos + node.nodeSize), marks.stands_on.isInSet(node.marks)?.attrs.refs || ""]);
  });
  for (const [begin, end, before] of pieces) {
    const refs = split(change(split(before)).join(" "));
    if (refs.length) tr.addMark(begin, end, marks.stands_on.create({ refs: refs.join(" ") }));
    else tr.removeMark(begin, end, marks.stands_on);
  }
  return tr;
};
