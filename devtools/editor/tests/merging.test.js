import assert from "node:assert/strict";
import { test } from "node:test";
import { merged, middle, piecesOf } from "../src/merging.js";

const doc = (...blocks) => ({ type: "doc", content: blocks.map(([id, text]) => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text }] })) });
const read = (made) => made.content.map((block) => block.content[0].text);
const base = doc(["a", "een"], ["b", "twee"], ["c", "drie"]);

test("who did not touch a piece gives way, and where both wrote both stay", () => {
  const pieces = piecesOf(base, doc(["a", "een van mij"], ["b", "twee van mij"], ["c", "drie"]), doc(["a", "een"], ["b", "twee van haar"], ["c", "drie van haar"]));
  assert.deepEqual(pieces.map((one) => one.choice), ["mine", "both", "theirs"]);
  assert.deepEqual(read(merged(pieces)), ["een van mij", "twee van haar", "twee van mij", "drie van haar"]);
});

test("new pieces of both stay, each behind what it was written behind", () => {
  const pieces = piecesOf(base, doc(["a", "een"], ["x", "nieuw van mij"], ["b", "twee"], ["c", "drie"]), doc(["a", "een"], ["b", "twee"], ["y", "nieuw van haar"], ["c", "drie"]));
  assert.deepEqual(read(merged(pieces)), ["een", "nieuw van mij", "twee", "nieuw van haar", "drie"]);
});

test("what one took away and the other did not touch is gone; what the other changed stays", () => {
  assert.deepEqual(read(merged(piecesOf(base, doc(["a", "een"], ["c", "drie"]), base))), ["een", "drie"]);
  assert.deepEqual(read(merged(piecesOf(base, doc(["a", "een"], ["c", "drie"]), doc(["a", "een"], ["b", "twee van haar"], ["c", "drie"])))), ["een", "twee van haar", "drie"]);
});

test("the eye is led to the difference", () => {
  assert.deepEqual(middle("de kat slaapt", "de hond slaapt"), [3, 6]);
  assert.deepEqual(middle("gelijk", "gelijk"), [6, 6]);
});
