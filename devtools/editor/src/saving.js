// Keeping the text: a pause of the keys, and it is on the server. Nothing lies in the browser, nothing is overwritten.
//
// An attempt that got no answer may have arrived. It is sent again as it was, with its own key, until it has one; only
// then comes what was typed since. So a lost answer is never taken for somebody else's text.
import { ask } from "./server.js";

const PAUSE = 1500;
const LONGEST = 5000;
const BACK_OFF = [1000, 2000, 4000, 8000, 15000, 30000];
// A browser lets a closing page send this much; a longer text is kept by the pause and the warning.
const LAST_WORD = 60_000;

export class Saving {
  /** `text()` gives the document, `mode()` how it is written; `says(kind, data)` hears what becomes of it. */
  constructor({ url, text, mode, says }) {
    Object.assign(this, { url, text, mode, says });
    Object.assign(this, { version: 0, edits: 0, kept: 0, attempt: null, flying: null, fails: 0, stopped: "" });
  }

  begin(version) {
    this.version = version;
    document.addEventListener("krh:signed-in", () => this.now());
    addEventListener("online", () => this.now());
    addEventListener("offline", () => { if (this.unsaved) this.says("offline"); });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.now(); });
    addEventListener("pagehide", () => this.lastWord());
    addEventListener("beforeunload", (event) => { if (this.unsaved) event.preventDefault(); });
  }

  get unsaved() { return this.edits !== this.kept || this.attempt !== null; }

  /** Somebody typed. */
  changed() {
    this.edits += 1;
    if (["not_a_document", "too_big"].includes(this.stopped)) this.stopped = "";
    if (this.stopped) return;
    if (!this.fails) this.says("changed");
    this.since ??= Date.now();
    if (!this.fails) this.later(Math.min(PAUSE, Math.max(0, this.since + LONGEST - Date.now())));
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait);
  }

  /** Save what is not saved; one at a time. */
  async now() {
    clearTimeout(this.timer);
    if (this.flying || this.stopped || !this.unsaved) return this.flying;
    this.flying = this.send();
    const again = await this.flying;
    this.flying = null;
    if (this.unsaved && !this.stopped) this.later(again);
    return undefined;
  }

  async send() {
    this.attempt ??= this.fresh();
    const { edits, body } = this.attempt;
    if (!this.fails) this.says("saving");
    try {
      const answer = await ask(this.url, body);
      this.version = answer.version;
      Object.assign(this, { attempt: null, kept: edits, fails: 0, since: undefined });
      this.says(this.unsaved ? "changed" : "saved", { ...answer, doc: body.doc });
      return PAUSE;
    } catch (trouble) {
      return this.failed(trouble);
    }
  }

  failed({ kind = "unreachable", data = {} }) {
    const wait = BACK_OFF[Math.min(this.fails, BACK_OFF.length - 1)];
    this.fails += 1;
    if (["unreachable", "signed_out"].includes(kind)) {
      this.says(kind === "unreachable" && navigator.onLine === false ? "offline" : kind, data);
      return kind === "signed_out" ? 10e3 : wait;
    }
    // Answered, and not as we hoped: what to do now is for a person to say.
    Object.assign(this, { attempt: null, fails: 0, since: undefined, stopped: kind });
    this.says(kind, data);
    return 0;
  }

  fresh() {
    return { edits: this.edits, body: { doc: this.text(), base: this.version, key: crypto.randomUUID(), mode: this.mode() } };
  }

  /** A person decided: go on from this version of the server's. */
  goOn(version = this.version) {
    Object.assign(this, { version, stopped: "", attempt: null, fails: 0 });
  }

  /** The page goes. What is not kept goes along, as far as a browser lets it. */
  lastWord() {
    if (!this.unsaved || this.stopped) return;
    const attempt = this.attempt?.edits === this.edits ? this.attempt : this.fresh();
    const fits = new Blob([JSON.stringify(attempt.body)]).size < LAST_WORD;
    ask(this.url, attempt.body, fits ? { keepalive: true } : {}).catch(() => {});
  }
}
