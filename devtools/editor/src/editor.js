// The editor of one chapter: loads it, puts the parts together, and passes on what happens.
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { Comments } from "./comments.js";
import { askConflict } from "./conflict.js";
import { button, el } from "./dom.js";
import { grounds, groundsKey } from "./grounds.js";
import { ids, withIds } from "./ids.js";
import { Inserting, standing } from "./inserting.js";
import { keys, rules } from "./keys.js";
import { makeMargin } from "./margin.js";
import { makeNotes } from "./notes.js";
import { Moved, serializer, spoken } from "./copying.js";
import { admitted, cleaned } from "./pasting.js";
import { Refs } from "./refs.js";
import { Saving } from "./saving.js";
import { schema } from "./schema.js";
import { ask } from "./server.js";
import { makeStateLine } from "./stateline.js";
import { asSuggestion, isSuggesting, settle, suggesting, suggestKey } from "./suggesting.js";
import { makeToolbar } from "./toolbar.js";
import { views } from "./views.js";
import { tell } from "./words.js";

class Editor {
  constructor(host) {
    this.host = host;
    this.urls = { part: host.dataset.partUrl, facts: host.dataset.factsUrl, find: host.dataset.findUrl, cite: host.dataset.citeUrl, comments: host.dataset.commentsUrl };
    this.member = host.dataset.member;
    this.refs = new Refs();
    this.line = makeStateLine();
    this.moved = new Moved();
    this.wrote = 0;
  }

  async open(part) {
    this.part = part;
    this.base = part.doc;
    this.refs.learn(part.refs);
    this.people = { [this.member]: this.host.dataset.name, ...part.people };
    this.writable = !part.frozen && !(part.held_by && !part.held_by.mine);
    this.taken = Boolean(part.held_by?.mine);
    this.build();
    this.saving.begin(part.version);
    addEventListener("pagehide", () => this.letGo());
    const named = withIds(this.view.state);
    if (named) this.view.updateState(this.view.state.apply(named));
    if (part.frozen) this.line.says("frozen");
    else if (!this.writable) this.held(part.held_by, "held");
    this.draw();
  }

  build() {
    const sheet = el("article", { class: "krh-sheet", lang: "nl" }, el("h2", {}, this.part.title));
    this.saving = new Saving({ url: this.urls.part, text: () => this.view.state.doc.toJSON(), mode: () => this.mode(), says: (kind, data) => this.kept(kind, data) });
    this.comments = new Comments({ view: null, url: this.urls.comments, says: (words) => this.line.words(words), changed: () => { this.draw(); this.saving.now(); } });
    this.comments.learn(this.part.comments);
    const view = () => this.view;
    this.margin = makeMargin({ view, refs: this.refs, comments: this.comments, acts: this.cardActs(), me: this.member, names: (by) => (by === "word" ? tell("from_word") : this.people[by] || tell("a_colleague")) });
    this.notes = makeNotes({ view, refs: this.refs, insert: () => this.insert });
    const forced = this.onlyProposes;
    this.toolbar = makeToolbar({ view, acts: this.barActs(), suggest: () => isSuggesting(this.view.state), canSuggest: !forced });
    this.view = new EditorView({ mount: sheet.appendChild(el("div", { class: "krh-sheet__text" })) }, {
      state: EditorState.create({ doc: document_(this.part.doc), plugins: this.plugins(forced) }),
      editable: () => this.writable,
      attributes: () => ({ role: "textbox", "aria-multiline": "true", "aria-label": tell("text_of", { title: this.part.title }), "aria-readonly": String(!this.writable), tabindex: "0" }),
      nodeViews: views({ refs: this.refs, insert: () => this.insert }),
      dispatchTransaction: (tr) => this.dispatch(tr),
      transformPastedHTML: (html) => cleaned(html, () => this.line.words(tell("pasted_without"))),
      transformPasted: (slice) => this.moved.give(slice) || admitted(slice, this.refs),
      clipboardSerializer: serializer(this.refs),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n\n", (leaf) => spoken(leaf, this.refs)),
      handleDOMEvents: {
        focus: (view) => { caret(view); return false; },
        blur: () => { this.saving.now(); return false; },
        copy: (view) => { this.moved.take(view); return false; },
        cut: (view) => { this.moved.take(view); return false; },
      },
    });
    this.insert = new Inserting({ view: this.view, refs: this.refs, urls: this.urls });
    this.comments.view = this.view;
    sheet.append(this.notes.dom);
    this.host.replaceChildren(el("div", { class: "krh-bar" }, this.toolbar.dom, this.line.dom), el("div", { class: "krh-desk-sheet" }, sheet, this.margin.dom));
    this.refs.listeners.add(() => { this.view.dispatch(this.view.state.tr.setMeta(groundsKey, this.view.state.selection.head)); });
  }

  plugins(forced) {
    return [
      suggesting({ member: this.member, on: forced }),
      rules(),
      ...keys({ footnote: () => this.insert.footnote(), comment: () => this.comments.add(), save: () => this.saving.now(), toolbar: () => this.toolbar.focus(), card: () => this.toCard() }),
      tableEditing(), gapCursor(), history(), ids(),
      grounds({ part: this.part.key, refs: this.refs, go: (one) => { this.cardActs().show(one); this.margin.focus(one); } }),
    ];
  }

  dispatch(tr) {
    const before = this.view.state;
    const asked = asSuggestion(tr, before);
    if (!asked) { this.line.words(tell("suggest_text_only")); return; }
    const next = before.apply(asked);
    this.view.updateState(next);
    if (!next.doc.eq(before.doc) && !asked.getMeta("quiet")) {
      this.take();
      this.saving.changed();
      if (!isSuggesting(before) || asked.getMeta("settles") || asked.getMeta("history$")) this.wrote = this.saving.edits;
    }
    this.draw();
  }

  get onlyProposes() { return this.host.dataset.mode === "suggest"; }

  /** A save proposes when nothing but proposals and remarks changed since the last. */
  mode() { return this.onlyProposes || this.wrote <= this.saving.kept ? "suggest" : "write"; }

  /** Once per screen, however often something changed. */
  draw() {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.toolbar.draw();
      this.margin.draw();
      this.notes.draw();
    });
  }

  barActs() {
    const guarded = (act) => () => act().catch((trouble) => { if (!trouble.kind) throw trouble; this.line.words(trouble.data.error || tell("not_found_now")); });
    return {
      footnote: guarded(() => this.insert.footnote()), fact: guarded(() => this.insert.fact()), citation: guarded(() => this.insert.citation()),
      person: guarded(() => this.insert.person()), block: guarded(() => this.insert.block()), comment: guarded(() => this.comments.add()),
      position: () => { this.insert.position(); this.view.focus(); },
      table: () => { this.insert.beside(newTable()); this.view.focus(); },
      suggest: () => {
        const on = !isSuggesting(this.view.state);
        this.view.dispatch(this.view.state.tr.setMeta(suggestKey, { on }));
        this.line.words(tell(on ? "suggest_on" : "suggest_off"));
        this.view.focus();
      },
    };
  }

  cardActs() {
    const whole = (one) => this.insert.select(one.from, one.to);
    return {
      show: (one) => { whole(one); this.view.focus(); },
      light: (one) => this.view.dispatch(this.view.state.tr.setMeta(groundsKey, one.from)),
      find: (one) => { whole(one); this.barActs().citation(); },
      fact: (one) => { whole(one); this.barActs().fact(); },
      ours: (one) => { whole(one); this.insert.position(); this.view.focus(); },
      unground: (one, ref) => {
        const { tr } = this.view.state;
        this.view.dispatch(ref === null ? tr.removeMark(one.from, one.to, schema.marks.position) : standing(tr, one.from, one.to, (refs) => refs.filter((other) => other !== ref)));
        this.view.focus();
      },
      maySettle: () => !this.onlyProposes,
      settle: (list, accept) => {
        this.view.dispatch(settle(this.view.state, list, accept));
        this.line.words(tell(accept ? "accepted" : "left"));
        this.view.focus();
      },
    };
  }

  toCard() {
    const { active } = groundsKey.getState(this.view.state);
    if (active) this.margin.focus(active);
  }

  /** The chapter becomes mine when I begin to write; whoever has it already keeps it. */
  async take() {
    if (this.taken || !this.writable || this.part.frozen || this.onlyProposes) return;
    this.taken = true;
    try {
      const { version } = await ask(`${this.urls.part}pak/`, {}, { quiet: true });
      // Somebody wrote between my loading and my taking.
      if (version > this.saving.version && !this.saving.unsaved) await this.again();
    } catch (trouble) {
      this.taken = false;
      // In the middle of a word nothing is shut: the save after it hears the same, and keeps the words apart.
      if (trouble.kind === "conflict" && trouble.data.held_by && !trouble.data.held_by.mine && !this.saving.unsaved) this.held(trouble.data.held_by, "held");
    }
  }

  /** The page goes, and nothing is left to keep: another may write. */
  letGo() {
    if (!this.taken || this.saving.unsaved) return;
    this.taken = false;
    ask(`${this.urls.part}laat-los/`, {}, { keepalive: true }).catch(() => {});
  }

  held(by, kind) {
    this.writable = false;
    this.view.setProps({});
    const name = by?.name || tell("a_colleague");
    const take = button(tell("take"), async () => {
      try {
        await ask(`${this.urls.part}pak/`, {});
        Object.assign(this, { taken: true, writable: true });
        this.view.setProps({});
        if (this.saving.unsaved) { this.saving.goOn(); this.saving.now(); } else await this.again();
        this.view.focus();
      } catch (trouble) { this.held(trouble.data?.held_by || by, kind); }
      this.draw();
    });
    this.line.words(tell(kind, { name }), take);
    this.draw();
  }

  /** The text as it is on the server now; only when nothing of ours is unsaved. */
  async again() {
    const part = await ask(this.urls.part);
    this.refs.learn(part.refs);
    this.comments.learn(part.comments);
    this.put(part.doc);
    Object.assign(this, { part, base: part.doc });
    this.saving.goOn(part.version);
    this.line.says("saved");
  }

  put(doc) {
    const { state } = this.view;
    const tr = state.tr.replaceWith(0, state.doc.content.size, document_(doc).content).setMeta("direct", true).setMeta("quiet", true);
    this.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(state.selection.head, tr.doc.content.size)))));
  }

  kept(kind, data = {}) {
    if (kind === "saved" || kind === "changed") { if (data.doc) this.base = data.doc; this.line.says(kind); return; }
    if (kind === "held") { this.held(data.held_by, "held_kept"); return; }
    if (kind === "conflict") { this.conflict(data); return; }
    this.line.says(kind, data.error);
  }

  async conflict(theirs) {
    const name = theirs.by || tell("a_colleague");
    this.line.words(tell("conflict_line", { name }), button(tell("compare"), () => this.conflict(theirs)));
    const doc = await askConflict({ base: this.base, mine: this.view.state.doc.toJSON(), theirs: theirs.doc, by: name, refs: this.refs });
    if (!doc) return;
    this.put(doc);
    this.wrote = this.saving.edits + 1;
    this.base = theirs.doc;
    this.saving.goOn(theirs.version);
    this.saving.changed();
    this.saving.now();
    this.view.focus();
  }
}

const whole = (doc) => { doc.check(); return doc; };
// A chapter without a word is one empty paragraph here.
const document_ = (doc) => (doc?.content?.length ? whole(schema.nodeFromJSON(doc)) : schema.node("doc", null, schema.nodes.paragraph.create()));

// Who comes in by script or by a reader has no caret yet; the first letters would fall beside the text.
const caret = (view) => {
  const { anchorNode } = document.getSelection();
  if (anchorNode && view.dom.contains(anchorNode)) return;
  const { node, offset } = view.domAtPos(view.state.selection.head);
  document.getSelection().collapse(node, offset);
};

const newTable = () => {
  const row = (type) => schema.nodes.table_row.create(null, [0, 1, 2].map(() => type.createAndFill()));
  return schema.nodes.table.create(null, [row(schema.nodes.table_header), row(schema.nodes.table_cell), row(schema.nodes.table_cell)]);
};

const begin = async (host) => {
  const editor = new Editor(host);
  host.replaceChildren(el("p", { class: "krh-soft", role: "status" }, tell("loading")));
  for (let wait = 1000; ; wait = Math.min(wait * 2, 15e3)) {
    try {
      await editor.open(await ask(editor.urls.part));
      return;
    } catch (trouble) {
      if (!trouble.kind) { host.replaceChildren(el("p", { class: "krh-notice krh-notice--warn", role: "alert" }, tell("unreadable"))); throw trouble; }
      host.replaceChildren(el("p", { class: "krh-notice krh-notice--warn", role: "status" }, tell("not_loaded")));
      await new Promise((resolve) => { setTimeout(resolve, wait); document.addEventListener("krh:signed-in", resolve, { once: true }); });
    }
  }
};

document.querySelectorAll("[data-report-editor]").forEach(begin);
