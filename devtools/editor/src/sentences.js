// Where a Dutch legal sentence ends: not after art., nr. or an initial.
const SHORT = /(?:^|[\s(“"‘'])(?:art|artt|nr|nrs|mr|mrs|dr|drs|prof|ir|bijv|bv|blz|bl|p|pp|par|lid|jo|vgl|resp|zgn|ca|evt|incl|excl|inz|enz|rov|ro|aant|afd|hfst|(?:\p{L}{1,2}\.)+\p{L}{1,2}|\p{Lu})\.$/u;

/** The sentences of a paragraph's text, as [begin, end] without the white space around them. */
export const sentences = (text) => {
  const found = [];
  let begin = 0;
  const ends = /[.!?…]+[”"’')\]]*(?=\s+[\p{Lu}\d“"‘'(\ufffc]|\s*$)/gu;
  for (const end of text.matchAll(ends)) {
    const to = end.index + end[0].length;
    if (to < text.trimEnd().length && end[0] === "." && SHORT.test(text.slice(begin, end.index + 1))) continue;
    push(found, text, begin, to);
    begin = to;
  }
  push(found, text, begin, text.length);
  return found;
};

const push = (found, text, begin, end) => {
  const piece = text.slice(begin, end);
  if (!piece.trim()) return;
  found.push([begin + piece.length - piece.trimStart().length, begin + piece.trimEnd().length]);
};

/** Does this piece end like a sentence, or is somebody still writing it? */
export const ended = (piece) => /[.!?…][”"’')\]]*$/.test(piece.trimEnd());
