// The shape of a chapter: exactly what `helpdesk/reports/document.py` accepts, nothing more.
import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";
import { tell } from "./words.js";

const id = { id: { default: "" } };
const named = (tag) => ({ parseDOM: [{ tag }], toDOM: () => [tag, 0] });
const box = (name, content, attrs, heading) => ({
  content, attrs, group: "block", isolating: true, defining: true,
  parseDOM: [{ tag: `div[data-box=${name}]`, getAttrs: (dom) => ({ ...Object.fromEntries(Object.keys(attrs).filter((key) => key !== "id").map((key) => [key, dom.getAttribute(`data-${key}`) || ""])) }) }],
  toDOM: (node) => ["div", { "data-box": name, ...outer(node), class: `krh-box krh-box--${name}`, "data-label": heading(node) }, 0],
});
// `id` is not taken along by copying; the rest is.
const outer = (node) => Object.fromEntries(Object.entries(node.attrs).filter(([key]) => key !== "id").map(([key, value]) => [`data-${key}`, value]));
const side = (name) => ({
  content: "paragraph+", isolating: true, defining: true, parseDOM: [{ tag: `div[data-side=${name}]` }],
  toDOM: () => ["div", { "data-side": name, class: "krh-box__side", "data-label": tell(name) }, 0],
});
const atom = (name, attrs) => ({
  inline: true, group: "inline", atom: true, attrs,
  parseDOM: [{ tag: `span[data-atom=${name}]`, getAttrs: (dom) => Object.fromEntries(Object.keys(attrs).map((key) => [key, dom.getAttribute(`data-${key}`) || attrs[key].default || ""])) }],
  toDOM: (node) => ["span", { "data-atom": name, ...outer(node) }, name === "footnote" ? "" : "…"],
});
const tables = tableNodes({ tableGroup: "block", cellContent: "paragraph+", cellAttributes: {} });

const nodes = {
  doc: { content: "block+" },
  paragraph: { content: "inline*", group: "block", attrs: id, parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    content: "inline*", group: "block", defining: true, attrs: { ...id, level: { default: 1 } },
    parseDOM: [
      { tag: "[data-level]", getAttrs: (dom) => ({ level: dom.getAttribute("data-level") === "2" ? 2 : 1 }) },
      { tag: "h1", attrs: { level: 1 } }, ...["h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 2 } })),
    ],
    toDOM: (node) => [node.attrs.level === 2 ? "h4" : "h3", { "data-level": node.attrs.level }, 0],
  },
  blockquote: {
    content: "paragraph+", group: "block", defining: true, attrs: { ...id, who: { default: "" } },
    parseDOM: [{ tag: "blockquote", getAttrs: (dom) => ({ who: dom.getAttribute("data-who") || "" }) }],
    toDOM: (node) => ["blockquote", { "data-who": node.attrs.who }, 0],
  },
  bullet_list: { content: "list_item+", group: "block", attrs: id, ...named("ul") },
  ordered_list: { content: "list_item+", group: "block", attrs: id, ...named("ol") },
  list_item: { content: "paragraph (paragraph | bullet_list | ordered_list)*", defining: true, ...named("li") },
  ...tables,
  table: { ...tables.table, attrs: id },
  right: box("right", "right_fact right_norm right_gap", { ...id, citation: { default: "" } }, () => tell("right")),
  right_fact: side("right_fact"),
  right_norm: side("right_norm"),
  right_gap: side("right_gap"),
  element: box("element", "paragraph+", { ...id, key: { default: "views" } }, (node) => tell(`elements.${node.attrs.key}`)),
  generated: {
    group: "block", atom: true, attrs: { ...id, what: { default: "facts" } },
    parseDOM: [{ tag: "div[data-what]", getAttrs: (dom) => ({ what: dom.getAttribute("data-what") }) }],
    toDOM: (node) => ["div", { "data-what": node.attrs.what, class: "krh-generated" }, ["strong", tell(`generated.${node.attrs.what}`)], ["span", tell("generated_why")]],
  },
  text: { group: "inline" },
  fact: atom("fact", { ref: { default: "" } }),
  citation: atom("citation", { ref: { default: "" }, as: { default: "text" } }),
  person: atom("person", { ref: { default: "" } }),
  footnote: atom("footnote", { text: { default: "" } }),
  hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

const change = (tag, cls) => ({
  attrs: { id: {}, by: {}, at: {} }, inclusive: false,
  parseDOM: [{ tag, getAttrs: (dom) => ({ id: dom.getAttribute("data-id") || "", by: dom.getAttribute("data-by") || "", at: dom.getAttribute("data-at") || "" }) }],
  toDOM: (mark) => [tag, { class: cls, "data-id": mark.attrs.id, "data-by": mark.attrs.by, "data-at": mark.attrs.at }, 0],
});

const marks = {
  comment: {
    attrs: { id: {} }, inclusive: false, excludes: "",
    parseDOM: [{ tag: "span[data-comment]", getAttrs: (dom) => ({ id: dom.getAttribute("data-comment") }) }],
    toDOM: (mark) => ["span", { class: "krh-remark", "data-comment": mark.attrs.id }, 0],
  },
  stands_on: {
    attrs: { refs: {} }, inclusive: false, excludes: "stands_on position",
    parseDOM: [{ tag: "span[data-refs]", getAttrs: (dom) => ({ refs: dom.getAttribute("data-refs") }) }],
    toDOM: (mark) => ["span", { class: "krh-ground", "data-refs": mark.attrs.refs }, 0],
  },
  position: {
    inclusive: false, excludes: "stands_on position",
    parseDOM: [{ tag: "span[data-position]" }],
    toDOM: () => ["span", { class: "krh-ground krh-ground--ours", "data-position": "" }, 0],
  },
  deletion: change("del", "krh-del"),
  insertion: change("ins", "krh-ins"),
  strong: {
    parseDOM: [{ tag: "strong" }, { tag: "b" }, { tag: "[data-bold]" }], toDOM: () => ["strong", 0],
  },
  em: { parseDOM: [{ tag: "em" }, { tag: "i" }, { tag: "[data-italic]" }], toDOM: () => ["em", 0] },
};

export const schema = new Schema({ nodes, marks });
