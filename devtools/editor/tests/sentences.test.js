import assert from "node:assert/strict";
import { test } from "node:test";
import { ended, sentences } from "../src/sentences.js";

const cut = (text) => sentences(text).map(([begin, end]) => text.slice(begin, end));

test("a sentence ends where a reader says so", () => {
  assert.deepEqual(cut("Hij is acht. Hij wil naar huis! Wanneer? "), ["Hij is acht.", "Hij wil naar huis!", "Wanneer?"]);
  assert.deepEqual(cut("“Ik wil naar huis.” Dat zei hij."), ["“Ik wil naar huis.”", "Dat zei hij."]);
  assert.deepEqual(cut("Nog niet af"), ["Nog niet af"]);
  assert.deepEqual(cut("  "), []);
});

test("not after an abbreviation, an initial or a number", () => {
  assert.deepEqual(cut("Volgens art. 12 IVRK wordt D. Jansen gehoord. Dat bleef uit."), ["Volgens art. 12 IVRK wordt D. Jansen gehoord.", "Dat bleef uit."]);
  assert.deepEqual(cut("Zie r.o. 3.2 en o.a. General Comment nr. 14. Klaar."), ["Zie r.o. 3.2 en o.a. General Comment nr. 14.", "Klaar."]);
});

test("whether somebody is still writing it", () => {
  assert.ok(ended("Klaar.”"));
  assert.ok(!ended("Nog niet"));
});
