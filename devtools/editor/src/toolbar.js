// The bar above the sheet: one stop for Tab, arrows walk through it, Esc goes back to the text.
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, toggleHeaderRow } from "prosemirror-tables";
import { el, icon } from "./dom.js";
import { schema } from "./schema.js";
import { tell } from "./words.js";

const { marks, nodes } = schema;
const within = (state, type) => { const { $from } = state.selection; for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true; return false; };
const hasMark = (state, type) => { const { from, to, empty, $from } = state.selection; return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type); };
const heading = (level) => (state) => state.selection.$from.parent.hasMarkup(nodes.heading, { ...state.selection.$from.parent.attrs, level });
const list = (type) => (state, dispatch) => (within(state, type) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch));

/** The commands that buttons and keys share. */
export const commands = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  paragraph: setBlockType(nodes.paragraph),
  heading1: (state, dispatch) => setBlockType(heading(1)(state) ? nodes.paragraph : nodes.heading, heading(1)(state) ? {} : { level: 1 })(state, dispatch),
  heading2: (state, dispatch) => setBlockType(heading(2)(state) ? nodes.paragraph : nodes.heading, heading(2)(state) ? {} : { level: 2 })(state, dispatch),
  bullet_list: list(nodes.bullet_list),
  ordered_list: list(nodes.ordered_list),
  blockquote: (state, dispatch) => (within(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)),
  undo, redo,
  row: addRowAfter, row_away: deleteRow, column: addColumnAfter, column_away: deleteColumn, head_row: toggleHeaderRow, table_away: deleteTable,
};

const LOOKS = { strong: () => el("b", {}, "B"), em: () => el("i", { class: "krh-voice" }, "I"), heading1: () => "H1", heading2: () => "H2", bullet_list: () => icon("list"), ordered_list: () => "1.", blockquote: () => icon("quote"), undo: () => "↶", redo: () => "↷" };
const WITH_WORD = { fact: "flag", citation: "book", person: "child", position: "hand", comment: "chat", suggest: "pen", footnote: "note", table: "", block: "plus" };
const KEYS = { strong: "Control+B", em: "Control+I", heading1: "Control+Alt+1", heading2: "Control+Alt+2", undo: "Control+Z", redo: "Control+Y", footnote: "Control+Alt+F", comment: "Control+Alt+M" };
const PRESSED = {
  strong: (state) => hasMark(state, marks.strong), em: (state) => hasMark(state, marks.em), heading1: heading(1), heading2: heading(2),
  bullet_list: (state) => within(state, nodes.bullet_list), ordered_list: (state) => within(state, nodes.ordered_list), blockquote: (state) => within(state, nodes.blockquote),
  position: (state) => hasMark(state, marks.position),
};
const GROUPS = [["undo", "redo"], ["strong", "em"], ["heading1", "heading2", "bullet_list", "ordered_list", "blockquote"], ["footnote", "table", "block"], ["fact", "citation", "person", "position"], ["comment", "suggest"]];
const TABLE = ["row", "column", "row_away", "column_away", "head_row", "table_away"];

/** `acts` are the buttons that are no plain command; `suggest()` tells whether one proposes. */
export const makeToolbar = ({ view, acts, suggest, canSuggest }) => {
  const buttons = new Map();
  const one = (name) => {
    const look = LOOKS[name]?.() ?? [WITH_WORD[name] ? icon(WITH_WORD[name]) : "", el("span", {}, tell(name))];
    const dom = el("button", { type: "button", class: "krh-toolbar__button", tabindex: "-1", "aria-label": LOOKS[name] ? tell(name) : null, title: tell(name) + (KEYS[name] ? ` (${KEYS[name].replace("Control", "Ctrl")})` : ""), "aria-keyshortcuts": KEYS[name] }, ...[look].flat());
    dom.addEventListener("mousedown", (event) => event.preventDefault());
    dom.addEventListener("click", () => press(name));
    buttons.set(name, dom);
    return dom;
  };
  const press = (name) => {
    if (buttons.get(name).getAttribute("aria-disabled") === "true") return;
    if (acts[name]) { acts[name](); return; }
    const from = document.activeElement === buttons.get(name);
    commands[name](view().state, view().dispatch, view());
    if (!from) view().focus();
  };
  const groups = GROUPS.map((names) => names.filter((name) => name !== "suggest" || canSuggest));
  const tableBar = el("span", { class: "krh-toolbar__table", role: "group", "aria-label": tell("table_bar"), hidden: true }, ...TABLE.map(one));
  const dom = el("div", { class: "krh-toolbar", role: "toolbar", "aria-label": tell("toolbar") },
    ...groups.flatMap((names, index) => [index ? el("span", { class: "krh-toolbar__rule" }) : null, ...names.map(one)]), tableBar);
  const reachable = () => [...dom.querySelectorAll("button")].filter((node) => !node.closest("[hidden]"));
  let here = null;
  const stop = (node) => {
    reachable().forEach((other) => other.setAttribute("tabindex", other === node ? "0" : "-1"));
    here = node;
  };
  dom.addEventListener("keydown", (event) => {
    const all = reachable();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); view().focus(); return; }
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    stop(next);
    next.focus();
  });
  dom.addEventListener("focusin", (event) => stop(event.target));
  const draw = () => {
    const { state, editable } = view();
    tableBar.hidden = !isInTable(state);
    for (const [name, node] of buttons) {
      if (PRESSED[name]) node.setAttribute("aria-pressed", String(Boolean(PRESSED[name](state))));
      if (name === "suggest") node.setAttribute("aria-pressed", String(suggest()));
      const can = editable && (name === "position" ? !state.selection.empty : !commands[name] || commands[name](state));
      node.setAttribute("aria-disabled", String(!can));
    }
    if (!here || !reachable().includes(here)) stop(reachable()[0]);
  };
  return { dom, draw, focus: () => (here || reachable()[0]).focus() };
};
