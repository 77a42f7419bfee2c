// Remarks beside the text: on words, answered, and done. The words lie on the server, the text holds only their number.
import { askWords } from "./dialogs.js";
import { schema } from "./schema.js";
import { ask } from "./server.js";
import { reading } from "./sentences.js";
import { tell } from "./words.js";

export class Comments {
  constructor({ view, url, says, changed }) {
    Object.assign(this, { view, url, says, changed });
    this.all = [];
  }

  learn(all) { this.all = all || []; }

  /** On the words chosen, or on the sentence with the cursor. */
  async add() {
    const [from, to] = this.range();
    if (from >= to) { this.says(tell("select_first")); return; }
    const bookmark = this.view.state.selection.getBookmark();
    const text = await askWords({ name: "comment", title: tell("comment_title"), label: tell("comment_label") });
    this.view.focus();
    if (!text) return;
    const made = await this.post(text, "");
    if (!made) return;
    this.all.push({ answers: [], done: false, ...made });
    const { tr } = this.view.state;
    const end = tr.doc.content.size;
    tr.addMark(Math.min(from, end), Math.min(to, end), schema.marks.comment.create({ id: made.id }));
    this.view.dispatch(tr.setSelection(bookmark.resolve(tr.doc)));
    this.changed();
  }

  async answer(comment) {
    const text = await askWords({ name: `answer ${comment.id}`, title: tell("answer_title", { name: comment.by }), label: tell("answer") });
    if (!text) return;
    const made = await this.post(text, comment.id);
    // The thread anew, or the answer alone.
    if (made?.id === comment.id) Object.assign(comment, made);
    else if (made) (comment.answers ||= []).push(made);
    this.changed();
  }

  async done(comment) {
    try {
      await ask(`${this.url}${comment.id}/klaar/`, {});
      comment.done = true;
    } catch (trouble) {
      this.says(trouble.data?.error || tell("comment_not_kept"));
    }
    this.changed();
  }

  async post(text, on) {
    try {
      return await ask(this.url, { text, on });
    } catch (trouble) {
      this.says(trouble.data?.error || tell("comment_not_kept"));
      return null;
    }
  }

  range() {
    const { from, to, empty, $from } = this.view.state.selection;
    if (!empty || !$from.parent.isTextblock) return [from, to];
    const start = $from.start();
    const here = reading($from.parent).sentences.find((one) => one.from <= $from.parentOffset && $from.parentOffset <= one.to + 1);
    return here ? [start + here.from, start + here.to] : [from, to];
  }
}

/** Where each remark stands: Map of id to {from, to}. */
export const remarksOf = (doc) => {
  const found = new Map();
  doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      if (mark.type !== schema.marks.comment) continue;
      const one = found.get(mark.attrs.id) || { from: pos, to: pos };
      one.to = Math.max(one.to, pos + node.nodeSize);
      found.set(mark.attrs.id, one);
    }
  });
  return found;
};
