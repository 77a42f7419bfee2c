// What the refs of a document say: facts, citations and persons, as the server told them. Looked up, never typed.
import { tell, words } from "./words.js";

export class Refs {
  constructor() {
    this.known = new Map();
    this.listeners = new Set();
  }

  learn(found) {
    for (const [ref, what] of Object.entries(found || {})) this.known.set(ref, { ...this.known.get(ref), ...what });
    this.listeners.forEach((listener) => listener());
  }

  has(ref) { return this.known.has(ref); }

  get(ref) { return this.known.get(ref); }

  ofKind(kind) { return [...this.known].filter(([, what]) => what.kind === kind); }

  /** The short words of an atom in the sentence. */
  short(ref) {
    const what = this.get(ref);
    if (!what) return tell("unknown");
    return what.kind === "fact" ? tell("fact_number", { number: what.number ?? "" }).trim() : what.label || tell("unknown");
  }
}

/** How sure we are of a citation, in a word; empty where nothing was said. */
export const sureness = (what) => (what?.sure === true ? tell("sure.verified") : words.sure[what?.sure] || "");

/** The refs of a `stands_on` mark, each once. */
export const split = (refs) => [...new Set(refs.split(/\s+/).filter(Boolean))];
