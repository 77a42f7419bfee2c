// Where a Dutch legal sentence begins and ends: the rules and lists of `helpdesk/reports/sentences.py`, which checks the
// same text, so that what is dashed here is what is asked about there.

/** Stand for a fact, citation or note, and for a person, whose initials end in a dot. */
export const ATOM = "\ufffc";
export const PERSON = "\ufffb";

const ABBREVIATIONS = `
  a.d.h.v. a.u.b. a.w. aanh. aant. afd. afl. alg. arr. art. artt. b.v. bijl. bijv. blz. bv. c.a. c.c. c.q. c.s.
  ca. cf. concl. d.d. d.i. d.m.v. d.w.z. dd. dhr. dl. dr. drs. e.a. e.d. e.v. ed. enz. etc. evt. excl. fig. gem.
  i.c. i.c.m. i.d. i.e. i.h.b. i.i.g. i.o. i.p.v. i.v.m. ib. ibid. id. incl. ing. inz. ir. jl. jo. jr. jur. k.b.
  kst. m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.m.v. m.n. m.nt. m.u.v. mej. mevr. mgr. mr. mw. n.a.v. n.o. n.v.t. nl.
  no. nr. nrs. o.a. o.b.v. o.g. o.g.v. o.i. o.i.d. o.l.v. o.m. o.t. op.cit. opm. overw. p. p.a. p.g. p.m. par.
  pag. plm. pp. prof. r.o. rb. resp. s.v.p. sect. sr. st. stb. stcrt. t.a.p. t.a.v. t.b.v. t.g.v. t.k. t.n.v.
  t.o.v. t.w.v. t/m. tel. trb. v.l.n.r. vb. vgl. vlg. vnl. voorz. vz. w.o. wnd. z.g.a.n. z.i. z.o.z. z.s.m. zgn.
`;
const MAY_END = new Set(["a.w.", "c.s.", "e.a.", "e.d.", "e.v.", "enz.", "etc.", "jl.", "o.i.d."]);
const BEGINNINGS = `
  aan al alle als artikel behalve bij bovendien daar daarbij daardoor daarmee daarna daarnaast daarom daarop dan
  dat de deze dit doch door dus echter een eerst en er evenmin gelet geen haar hem hen het hier hieruit hij hoe
  hun ik immers in indien intussen is juist maar men met mijn moeder na naar nadat niemand niet nog noch nu of om
  omdat onder ondanks ook op over pas sinds slechts te tegen ten terwijl toch toen tot uit vader van vanaf vandaag
  vervolgens volgens voor waar waarom wanneer want wat we welke wie wij zelfs ze zij zijn zo zodra zolang zonder
  zowel
`;
const list = (words) => new Set(words.split(/\s+/).filter(Boolean));
const SHORT = list(ABBREVIATIONS);
const STARTERS = list(BEGINNINGS);
const END = /[.!?…]+["'”’»)\]\ufffc]*|\ufffb(?=\s)|\n+/g;

/** The sentences of a paragraph's text, as [begin, end] without the white space around them. */
export const sentences = (text) => {
  const found = [];
  let start = 0;
  for (const sign of text.matchAll(END)) {
    if (!ends(text, start, sign)) continue;
    const end = sign.index + sign[0].length;
    push(found, text, start, end);
    start = end;
  }
  push(found, text, start, text.length);
  return found;
};

const ends = (text, start, { 0: sign, index }) => {
  if (sign.startsWith("\n")) return true;
  const after = text.slice(index + sign.length, index + sign.length + 80);
  if (after && !/^\s/.test(after)) return false; // 8.58, o.a., www.
  const next = /^[\s"'“‘«([]*([\p{L}\p{N}_]+|\S)?/u.exec(after)?.[1] || "";
  const before = `${/[^\s([\"'“‘«]+$/.exec(text.slice(start, index))?.[0] || ""}.`;
  const short = sign.startsWith(".") && SHORT.has(before.toLowerCase());
  if (/^\p{Ll}/u.test(next) || (/^\p{Nd}/u.test(next) && short)) return false;
  if (sign === PERSON) return starts(next) && /^\p{Lu}/u.test(next);
  if (!sign.startsWith(".")) return true;
  if (/^\d+\.$/.test(before) && !text.slice(start, index).replace(/[ \d]/g, "").trim()) return false; // the number of a list
  if (/^(?:[A-Z]\.)+$/.test(before) || MAY_END.has(before.toLowerCase())) return !next || starts(next);
  return !short;
};

const starts = (word) => STARTERS.has(word.toLowerCase());

const push = (found, text, begin, end) => {
  const piece = text.slice(begin, end);
  if (!piece.trim()) return;
  found.push([begin + piece.length - piece.trimStart().length, begin + piece.trimEnd().length]);
};

/** The text of a paragraph as it reads with proposals taken over, and where each of its letters stands in it. */
export const reading = (block) => {
  let text = "";
  const places = [];
  block.forEach((child, offset) => {
    if (child.marks.some((mark) => mark.type.name === "deletion")) return;
    const said = child.isText ? child.text : { hard_break: "\n", person: PERSON }[child.type.name] || ATOM;
    for (let at = 0; at < said.length; at += 1) places.push(offset + at);
    text += said;
  });
  return { text, sentences: sentences(text).map(([begin, end]) => ({ words: text.slice(begin, end), from: places[begin], to: places[end - 1] + 1 })) };
};

/** Does this piece end like a sentence, or is somebody still writing it? */
export const ended = (piece) => /[.!?…]["'”’»)\]\ufffc]*$/.test(piece.trimEnd());
