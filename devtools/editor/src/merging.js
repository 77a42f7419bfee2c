// Two texts that grew from one: which pieces differ, and what the text becomes when somebody has chosen. Pure.

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The pieces in the order of reading: {id, base, mine, theirs, differs, choice}. Nothing that was written is left out. */
export const piecesOf = (base, mine, theirs) => {
  const [ours, others, before] = [named(mine), named(theirs), named(base)];
  const order = [...others.keys()];
  let last = -1;
  for (const id of ours.keys()) {
    const at = order.indexOf(id);
    if (at >= 0) last = Math.max(last, at);
    else order.splice(++last, 0, id);
  }
  return order.map((id) => piece(id, before.get(id), ours.get(id), others.get(id)));
};

const named = (doc) => new Map(doc.content.map((block, index) => [block.attrs?.id || `at ${index}`, block]));

const piece = (id, base, mine, theirs) => ({ id, base, mine, theirs, differs: !same(mine, theirs), choice: choice(base, mine, theirs) });

// Who did not touch a piece gives way; where both wrote, both stay until somebody chooses.
const choice = (base, mine, theirs) => {
  if (same(mine, theirs) || same(mine, base)) return "theirs";
  if (same(theirs, base)) return "mine";
  return mine && theirs ? "both" : mine ? "mine" : "theirs";
};

/** The document of the pieces as chosen. */
export const merged = (pieces) => ({
  type: "doc",
  content: pieces.flatMap(({ mine, theirs, choice: chosen }) => (chosen === "both" ? [theirs, mine] : [chosen === "mine" ? mine : theirs]).filter(Boolean)),
});

/** Where two texts begin and end to differ, so that the eye finds it. */
export const middle = (one, other) => {
  let begin = 0;
  while (begin < one.length && begin < other.length && one[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < one.length - begin && end < other.length - begin && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [begin, one.length - end];
};
