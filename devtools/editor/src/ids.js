// Each block has a name of eight hexadecimal signs of its own; what is split or pasted gets a new one.
import { Plugin } from "prosemirror-state";

export const newId = () => [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A transaction that names what has no name or somebody else's; null when all is well. */
export const withIds = (state) => {
  const seen = new Set();
  const tr = state.tr;
  state.doc.descendants((node, pos) => {
    if (node.type.spec.attrs?.id === undefined) return;
    const { id } = node.attrs;
    if (/^[0-9a-f]{8}$/.test(id) && !seen.has(id)) { seen.add(id); return; }
    const fresh = newId();
    seen.add(fresh);
    tr.setNodeAttribute(pos, "id", fresh);
  });
  return tr.docChanged ? tr.setMeta("addToHistory", false).setMeta("quiet", true) : null;
};

export const ids = () => new Plugin({
  appendTransaction: (trs, _old, state) => (trs.some((tr) => tr.docChanged) ? withIds(state) : null),
});
