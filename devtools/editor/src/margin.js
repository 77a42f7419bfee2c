// The margin: a card for each ground, gap, remark and proposal, in the order of the text. A card that did not change is
// left alone, so that the focus and a reader's place in it stay.
import { button, el, icon } from "./dom.js";
import { groundsKey } from "./grounds.js";
import { sureness } from "./refs.js";
import { remarksOf } from "./comments.js";
import { suggestionsOf } from "./suggesting.js";
import { tell } from "./words.js";

const sign = (what) => (sureness(what) === tell("sure.verified") ? icon("check") : what.sure === "uncertain" && icon("alert"));

/** `acts` holds what the cards can do; `draw()` brings the margin up to date. */
export const makeMargin = ({ view, refs, comments, acts, names, me }) => {
  const dom = el("aside", { class: "krh-margin", "aria-label": tell("margin") });
  const drawn = new Map();
  let lit = null;
  const draw = () => {
    const { all, active } = groundsKey.getState(view().state);
    const cards = [...all.map((one) => groundCard(one, one === active)), ...remarkCards(), ...suggestionCards()].sort((one, other) => one.at - other.at);
    cards.unshift(...headCards());
    cards.push(...doneCards());
    if (!cards.length) cards.push({ key: "nothing", sign: "", make: () => el("p", { class: "krh-small krh-soft" }, tell("nothing_yet")) });
    place(cards);
    const now = cards.find((one) => one.on)?.key || null;
    if (now && now !== lit && !dom.contains(document.activeElement)) bring(drawn.get(now).node);
    lit = now;
  };
  const place = (cards) => {
    const keep = new Set(cards.map((one) => one.key));
    for (const [key, { node }] of drawn) if (!keep.has(key)) { node.remove(); drawn.delete(key); }
    let before = null;
    for (const card of cards) {
      let entry = drawn.get(card.key);
      if (!entry || entry.sign !== card.sign) {
        const node = card.make();
        if (entry) { const held = entry.node.contains(document.activeElement); entry.node.replaceWith(node); if (held) node.focus(); }
        entry = { node, sign: card.sign };
        drawn.set(card.key, entry);
      }
      entry.node.classList.toggle("krh-source--on", Boolean(card.on));
      const wanted = before ? before.nextSibling : dom.firstChild;
      if (wanted !== entry.node) dom.insertBefore(entry.node, wanted);
      before = entry.node;
    }
  };
  // Only the margin itself moves, never the page under the hands of who writes.
  const bring = (node) => { if (dom.scrollHeight > dom.clientHeight) dom.scrollTop = node.offsetTop - dom.offsetTop - 16; };

  const card = (kind, words, mark, ...parts) => el("div", { class: `krh-source krh-source--${kind}`, tabindex: "-1" }, el("p", { class: "krh-source__head" }, icon(mark), el("span", {}, words)), ...parts);
  // The head of a card leads to its words; by Tab it opens the card, by pressing it goes there.
  const leading = (one, kind, words, mark, ...parts) => {
    const node = card(kind, "", mark, el("div", { class: "krh-source__more" }, ...parts));
    node.querySelector(".krh-source__head span").replaceWith(el("button", { type: "button", class: "krh-source__lead", title: tell("to_sentence"), onclick: () => acts.show(again(one)) }, words));
    return node;
  };
  const group = (...buttons) => (view().editable ? el("p", { class: "krh-button-group" }, ...buttons) : null);
  const again = (one) => {
    const now = groundsKey.getState(view().state).all;
    return now.find((other) => other.kind === one.kind && other.number === one.number && other.from === one.from) || now.find((other) => other.kind === one.kind && other.number === one.number) || one;
  };

  const groundCard = (one, on) => {
    const words = one.refs.map((ref) => refs.get(ref));
    const sign = JSON.stringify([one.kind, one.number, one.from, one.to, one.refs, words, view().editable]);
    const key = one.kind === "ours" ? `ours ${one.from}` : `ground ${one.number}`;
    return { key, sign, at: one.from, on, make: () => shown(one, groundOf(one)) };
  };
  const shown = (one, node) => {
    node.addEventListener("focusin", () => acts.light(again(one)));
    node.addEventListener("click", (event) => { if (!event.target.closest("button, a")) acts.show(again(one)); });
    return node;
  };
  const groundOf = (one) => {
    if (one.kind === "gap") return leading(one, "gap", tell("gap", { number: one.number }), "alert", el("p", {}, tell("gap_why")), group(button(tell("gap_find"), () => acts.find(again(one))), button(tell("gap_fact"), () => acts.fact(again(one))), button(tell("gap_position"), () => acts.ours(again(one)), "quiet")));
    if (one.kind === "ours") return leading(one, "ours", tell("position_card"), "hand", el("p", {}, tell("position_why")), group(button(tell("unground"), () => acts.unground(again(one), null), "quiet")));
    const first = refs.get(one.refs[0]);
    const sure = one.kind === "fact" && first ? ` · ${tell(first.contested ? "contested" : "not_contested")}` : "";
    return leading(one, one.kind, tell(`on_${one.kind}`, { number: one.number }) + sure, one.kind === "fact" ? "flag" : "book", ...one.refs.map((ref) => said(one, ref)));
  };
  const said = (one, ref) => {
    const what = refs.get(ref) || { label: tell("unknown") };
    const chip = what.kind === "citation" && el(what.url ? "a" : "span", { class: `krh-cite${what.sure === "uncertain" ? " krh-cite--unsure" : ""}`, href: what.url, target: what.url && "_blank", rel: what.url && "noopener" }, what.label, sureness(what) && el("span", { class: "krh-cite__sure" }, sign(what), sureness(what)));
    return el("div", {}, what.kind === "citation" ? null : el("p", {}, el("b", {}, what.kind === "fact" ? `${tell("fact_number", { number: what.number ?? "" })}. ` : ""), what.text || what.label),
      chip && el("p", {}, chip), chip && what.text && el("p", { class: "krh-source__text" }, what.text), (what.source || what.day) && el("p", { class: "krh-soft" }, [what.day, what.source].filter(Boolean).join(" · ")),
      group(button(tell("unground"), () => acts.unground(again(one), ref), "quiet")));
  };

  const remarkCards = () => {
    const places = remarksOf(view().state.doc);
    return comments.all.filter((one) => !one.done).map((one) => ({ key: `remark ${one.id}`, sign: JSON.stringify(one), at: places.get(one.id)?.from ?? 0, on: inside(places.get(one.id)), make: () => remark(one, places.get(one.id)) }));
  };
  const inside = (place) => Boolean(place) && view().state.selection.head >= place.from && view().state.selection.head <= place.to && view().hasFocus();
  const remark = (one, place) => {
    const node = card("remark", one.by, "chat", el("p", {}, one.text), ...(one.answers || []).map((answer) => el("p", { class: "krh-source__answer" }, el("b", {}, `${answer.by}: `), answer.text)),
      el("p", { class: "krh-button-group" }, button(tell("answer"), () => comments.answer(one)), button(tell("comment_done"), () => comments.done(one), "quiet")));
    if (place) node.addEventListener("click", (event) => { if (!event.target.closest("button")) acts.show(remarksOf(view().state.doc).get(one.id) || place); });
    return node;
  };
  const doneCards = () => {
    const done = comments.all.filter((one) => one.done);
    return done.length ? [{ key: "done", sign: JSON.stringify(done), make: () => el("details", { class: "krh-source" }, el("summary", {}, tell("comments_done", { count: done.length })), ...done.map((one) => el("p", {}, el("b", {}, `${one.by}: `), one.text))) }] : [];
  };

  const suggestionCards = () => suggestionsOf(view().state.doc).map((one) => ({ key: `suggestion ${one.id}`, sign: JSON.stringify([one, view().editable]), at: one.from, on: one.pieces.some(inside), make: () => suggestion(one) }));
  const suggestion = (one) => card("remark", tell("suggests", { name: names(one.by) }), "pen", ...one.pieces.map((piece) => el("p", {}, tell(piece.type === "insertion" ? "put" : "taken_away", { text: piece.text }))),
    settling([one.id], tell("accept"), one.by === me ? tell("take_back") : tell("leave"), one.by === me));
  // Who may only propose can take back her own and decide about no other.
  const settling = (list, yes, no, own) => group(acts.maySettle() && button(yes, () => acts.settle(list, true)), (acts.maySettle() || own) && button(no, () => acts.settle(list, false), "quiet"));
  const headCards = () => {
    const ids = suggestionsOf(view().state.doc).map((one) => one.id);
    const count = ids.length === 1 ? tell("suggestion_one") : tell("suggestion_count", { count: ids.length });
    return ids.length > 1 && acts.maySettle() ? [{ key: "all", sign: JSON.stringify([ids, view().editable]), make: () => card("all", count, "pen", settling(ids, tell("accept_all"), tell("leave_all"), false)) }] : [];
  };

  return {
    dom, draw,
    /** The focus goes to the card of a ground. */
    focus: (one) => drawn.get(one.kind === "ours" ? `ours ${one.from}` : `ground ${one.number}`)?.node.querySelector(".krh-source__more button, .krh-source__more a, button")?.focus(),
  };
};
