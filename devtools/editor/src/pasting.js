// What comes from Word or a web page: only our own shape stays. Lists and footnotes of Word become real ones.
import { Fragment, Slice } from "prosemirror-model";

const GONE = "script, style, meta, link, title, xml, img, picture, svg, object, embed, iframe, video, audio, form, input, button, select, textarea, noscript, template";

/** HTML of the clipboard, without everything that is not text of ours; `lost` hears of what stayed behind. */
export const cleaned = (html, lost = () => {}) => {
  const page = new DOMParser().parseFromString(withoutStyle(html), "text/html");
  const { body } = page;
  footnotes(body);
  const gone = body.querySelectorAll(GONE);
  if ([...gone].some((node) => node.matches("img, picture, svg, object, embed, iframe, video"))) lost();
  gone.forEach((node) => node.remove());
  body.querySelectorAll("[data-bullet]").forEach((node) => {
    const paragraph = node.closest("p");
    if (paragraph) paragraph.dataset.sign ||= node.textContent;
    node.remove();
  });
  wordLists(body);
  body.querySelectorAll("a[name]:not([href])").forEach((node) => node.replaceWith(...node.childNodes));
  return body.innerHTML;
};

// Styles go before a browser reads them. What they say about bold, italic, lists and footnotes becomes attributes.
const withoutStyle = (html) => html
  .replace(/<!--[\s\S]*?-->/g, "")
  .replace(/<!\[[^\]>]*\]>/g, "")
  .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, "")
  .replace(/<\/?(?:o|w|m|v|st1):[^>]*>/gi, "")
  .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) => tag.replace(/\s(?:style|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, (_whole, value) => spoken(value)));

const spoken = (value) => {
  const style = value.replace(/&quot;/g, "").toLowerCase();
  const level = /mso-list:\s*(?!ignore)[^;]*level(\d)/.exec(style);
  return [
    /font-weight:\s*(bold|[6-9]00)/.test(style) && " data-bold",
    /font-style:\s*italic/.test(style) && " data-italic",
    level && ` data-list="${level[1]}"`,
    /mso-list:\s*ignore/.test(style) && " data-bullet",
  ].filter(Boolean).join("");
};

const footnotes = (body) => {
  body.querySelectorAll("a[href*='#_ftn']:not([href*='_ftnref']), a[href*='#_edn']:not([href*='_ednref'])").forEach((link) => {
    const name = link.getAttribute("href").split("#_")[1];
    const note = body.querySelector(`#${CSS.escape(name)}`);
    if (!note) return;
    note.querySelectorAll("a[href*='ref']").forEach((back) => back.remove());
    const atom = body.ownerDocument.createElement("span");
    atom.dataset.atom = "footnote";
    atom.dataset.text = note.textContent.replace(/\s+/g, " ").trim();
    (link.closest("sup") || link).replaceWith(atom);
    note.dataset.used = "";
  });
  body.querySelectorAll("[data-used]").forEach((note) => note.remove());
};

// Word writes a list as paragraphs with a sign in front.
const wordLists = (body) => {
  const numbered = (paragraph) => /^\s*\(?(\d+|[a-z]|[ivx]+)[.)]/i.test(paragraph.dataset.sign || "");
  const stack = [];
  let last = null;
  body.querySelectorAll("p[data-list]").forEach((paragraph) => {
    const level = Number(paragraph.dataset.list);
    if (last && !nextTo(last, paragraph)) stack.length = 0;
    while (stack.length > level) stack.pop();
    while (stack.length < level) {
      const list = body.ownerDocument.createElement(numbered(paragraph) ? "ol" : "ul");
      const above = stack.at(-1)?.lastElementChild;
      if (above) above.append(list); else if (!stack.length) paragraph.before(list); else stack.at(-1).append(list);
      stack.push(list);
      if (!above && stack.length > 1) break;
    }
    const item = body.ownerDocument.createElement("li");
    stack.at(-1).append(item);
    item.append(paragraph);
    last = stack[0];
  });
};
const nextTo = (list, paragraph) => {
  let node = list.nextSibling;
  while (node && node.nodeType === Node.TEXT_NODE && !node.textContent.trim()) node = node.nextSibling;
  return node === paragraph;
};

/** A slice as it may stand in this report: no remarks or suggestions of elsewhere, no ref that is not of this case. */
export const admitted = (slice, refs) => new Slice(fragment(slice.content, refs), slice.openStart, slice.openEnd);

const fragment = (content, refs) => {
  const kept = [];
  content.forEach((node) => { const one = admit(node, refs); if (one) kept.push(one); });
  return Fragment.from(kept);
};
const admit = (node, refs) => {
  if (node.attrs.ref !== undefined && !refs.has(node.attrs.ref)) return null;
  if (node.marks.some((mark) => mark.type.name === "deletion")) return null;
  const marks = node.marks.map((mark) => mine(mark, refs)).filter(Boolean);
  const attrs = node.attrs.citation && !refs.has(node.attrs.citation) ? { ...node.attrs, citation: "" } : node.attrs;
  if (node.isText) return node.mark(marks);
  return node.type.create({ ...attrs, ...(attrs.id === undefined ? {} : { id: "" }) }, fragment(node.content, refs), marks);
};
const mine = (mark, refs) => {
  if (["comment", "insertion", "deletion"].includes(mark.type.name)) return null;
  if (mark.type.name !== "stands_on") return mark;
  const known = mark.attrs.refs.split(" ").filter((ref) => refs.has(ref));
  return known.length ? mark.type.create({ refs: known.join(" ") }) : null;
};
