// The protocol with the server: JSON over fetch, same origin. What went wrong is one of few names.

export class Trouble extends Error {
  constructor(kind, data = {}) {
    super(kind);
    this.kind = kind;
    this.data = data;
  }
}

const token = () => {
  const field = document.querySelector("[name=csrfmiddlewaretoken]");
  if (field) return field.value;
  try { return JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"] || ""; } catch { return ""; }
};
// `desk` is what the desk's own scripts share; a page without them has no sign-in over it.
const house = () => (typeof desk === "undefined" ? null : desk);

const KINDS = { 409: "conflict", 413: "too_big", 422: "not_a_document", 423: "held" };

const send = async (url, options) => {
  try {
    return await fetch(url, { mode: "same-origin", credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    throw new Trouble("unreachable");
  }
};

const once = async (url, body, { quiet: _quiet, ...more }) => {
  const headers = { Accept: "application/json", "X-CSRFToken": token(), "X-Requested-With": "fetch" };
  const signal = more.keepalive ? undefined : AbortSignal.timeout(30e3);
  const answer = await send(url, body === undefined ? { headers, signal, ...more }
    : { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body), signal, ...more });
  if ([401, 403].includes(answer.status) || (answer.redirected && house()?.isSignIn(answer.url))) throw new Trouble("signed_out");
  let data = {};
  try { data = await answer.json(); } catch { if (answer.ok && answer.status !== 204) throw new Trouble("unreachable"); }
  if (!answer.ok) throw new Trouble(KINDS[answer.status] || (answer.status >= 500 || answer.status === 429 ? "unreachable" : "not_a_document"), data);
  return data;
};

/** Ask; when the session ended, see whether only the token was stale, else open the sign-in over the page (`quiet`: not). */
export const ask = async (url, body, more = {}) => {
  try {
    return await once(url, body, more);
  } catch (trouble) {
    if (trouble.kind !== "signed_out" || !house() || more.quiet) throw trouble;
    if (!(await house().signedIn())) {
      house().askSignIn();
      throw trouble;
    }
    try {
      return await once(url, body, more);
    } catch (again) {
      throw again.kind === "signed_out" ? new Trouble("refused") : again;
    }
  }
};
