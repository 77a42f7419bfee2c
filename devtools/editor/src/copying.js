// What leaves by copying says what its atoms say; what is moved within this page comes back whole, remarks and all.
import { DOMSerializer } from "prosemirror-model";
import { schema } from "./schema.js";

/** The words of an atom. */
export const spoken = (node, refs) => {
  if (node.attrs.ref) return refs.short(node.attrs.ref);
  return node.type.name === "footnote" ? ` [${node.attrs.text}]` : node.type.name === "hard_break" ? "\n" : "";
};

/** As the schema draws, with words in the atoms. */
export const serializer = (refs) => {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  for (const name of ["fact", "citation", "person"]) {
    const draw = nodes[name];
    nodes[name] = (node) => [...draw(node).slice(0, 2), spoken(node, refs)];
  }
  return new DOMSerializer(nodes, DOMSerializer.marksFromSchema(schema));
};

const text = (slice) => slice.content.textBetween(0, slice.content.size, "\n", "\ufffc");

/** The last piece that was cut or copied here. Only in memory, and only given back for the same words. */
export class Moved {
  take(view) { this.slice = view.state.selection.empty ? null : view.state.selection.content(); }

  give(slice) { return this.slice && text(this.slice) === text(slice) ? this.slice : null; }
}
