// Keys as in a word processor.
import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { InputRule, inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { goToNextCell } from "prosemirror-tables";
import { schema } from "./schema.js";
import { isSuggesting } from "./suggesting.js";
import { commands } from "./toolbar.js";

const { nodes } = schema;
const newLine = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};
// The server takes twelve floors; a list of five fills them.
const deeper = (state, dispatch) => (state.selection.$from.depth > 9 ? false : sinkListItem(nodes.list_item)(state, dispatch));
// A proposal cannot hold a new paragraph; it holds a new line, which becomes one when it is taken over.
const proposedLine = (state, dispatch) => (isSuggesting(state) ? newLine(state, dispatch) : false);

/** `acts`: footnote, comment, save, toolbar, card. */
export const keys = (acts) => {
  const act = (name) => () => { acts[name](); return true; };
  return [
    keymap({
      "Mod-b": commands.strong, "Mod-i": commands.em, "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
      "Mod-Alt-0": commands.paragraph, "Mod-Alt-1": commands.heading1, "Mod-Alt-2": commands.heading2,
      "Mod-Alt-f": act("footnote"), "Mod-Alt-m": act("comment"), "Mod-Alt-g": act("card"), "Mod-s": act("save"), "Alt-F10": act("toolbar"),
      "Mod-Shift-8": commands.bullet_list, "Mod-Shift-7": commands.ordered_list,
      Enter: chainCommands(proposedLine, splitListItem(nodes.list_item)),
      "Shift-Enter": chainCommands(exitCode, newLine),
      Tab: chainCommands(goToNextCell(1), deeper), "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
    }),
    keymap(baseKeymap),
  ];
};

/** What one types at the start of a paragraph: `- ` a list, `1. ` a numbered one; straight quotes become ours. */
export const rules = () => inputRules({
  rules: [
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
    new InputRule(/(?:^|[\s(\[])(")$/, "“"),
    new InputRule(/"$/, "”"),
    new InputRule(/(?<=\p{L})'$/u, "’"),
    new InputRule(/\.\.\.$/, "…"),
  ].map((rule, index) => (index < 2 ? unlessProposing(rule) : rule)),
});
const unlessProposing = (rule) => {
  const { handler } = rule;
  rule.handler = (state, ...rest) => (isSuggesting(state) ? null : handler(state, ...rest));
  return rule;
};
