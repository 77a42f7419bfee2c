// Somebody else saved meanwhile: both texts beside each other, and per piece a choice. Nothing is thrown away unasked.
import { spoken } from "./copying.js";
import { button, el } from "./dom.js";
import { showDialog } from "./dialogs.js";
import { merged, middle, piecesOf } from "./merging.js";
import { schema } from "./schema.js";
import { tell } from "./words.js";

/** Ask what stays; resolves with the document, or null when one wants to look later. */
export const askConflict = ({ base, mine, theirs, by, refs }) => {
  const pieces = piecesOf(base, mine, theirs).map((one) => ({ ...one, choose: {} }));
  const differing = pieces.filter((one) => one.differs);
  const name = by || tell("a_colleague");
  const all = (side) => differing.forEach((one) => one.choose[side]?.click());
  return showDialog(tell("conflict"), (close) => [
    el("p", {}, tell("conflict_why", { name })),
    el("p", { class: "krh-button-group" }, button(tell("all_mine"), () => all("mine")), button(tell("all_theirs"), () => all("theirs"))),
    ...differing.map((one, index) => field(one, name, refs, tell("piece", { number: index + 1, all: differing.length }))),
    el("p", { class: "krh-button-group" }, el("button", { type: "button", class: "krh-button krh-button--primary", onclick: () => close(merged(pieces)) }, tell("keep_so")), button(tell("later"), () => close(null), "quiet")),
  ]);
};

const field = (one, name, refs, legend) => {
  const [mine, theirs] = [one.mine, one.theirs].map((block) => wordsOf(block, refs));
  const options = [
    ["mine", one.mine ? tell("mine") : tell("mine_away"), mine, theirs],
    ["theirs", one.theirs ? tell("theirs", { name }) : tell("theirs_away", { name }), theirs, mine],
    ...(one.mine && one.theirs ? [["both", tell("both")]] : []),
  ];
  return el("fieldset", { class: "krh-piece" }, el("legend", { class: "krh-small" }, legend), ...options.map(([side, words, text, other]) => {
    const radio = el("input", { type: "radio", name: `stuk-${one.id}`, onchange: () => { one.choice = side; } });
    radio.checked = one.choice === side;
    one.choose[side] = radio;
    return el("label", { class: "krh-piece__side" }, radio, el("span", {}, el("b", {}, words), text && el("span", { class: "krh-piece__text" }, ...lit(text, other))));
  }));
};

const lit = (text, other) => {
  const [begin, end] = middle(text, other);
  return [text.slice(0, begin), end > begin && el("mark", {}, text.slice(begin, end)), text.slice(end)];
};

const wordsOf = (block, refs) => {
  if (!block) return "";
  const node = schema.nodeFromJSON(block);
  return node.textBetween(0, node.content.size, "\n", (leaf) => spoken(leaf, refs));
};
