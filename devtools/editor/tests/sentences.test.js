import assert from "node:assert/strict";
import { test } from "node:test";
import { ended, sentences } from "../src/sentences.js";

const cut = (text) => sentences(text).map(([begin, end]) => text.slice(begin, end));
// The examples of `helpdesk/reports/tests/test_sentences.py`: both sides part a text alike.
const WANTED = [
  ["Het kind wil naar huis.", "Niemand vroeg het haar."],
  ["Volgens art. 3 lid 1 IVRK telt o.a. haar belang.", "Dat geldt ook hier."],
  ["Zie HR 1 mei 2020, r.o. 3.2, vgl. nr. 5 van de noot van mr. Jansen."],
  ["De zitting is op 2 oktober 2026.", "Daarna volgt de uitspraak."],
  ["Papieren gaan tot tien dagen (art. 8:58 Awb, d.w.z. kalenderdagen) naar de rechtbank.", "Dat is krap."],
  ["Niemand sprak met D.", "Zij wil naar huis."],
  ["D. Jansen en J.P. de Boer waren er niet.", "Moeder wel."],
  ["Er was hulp van school, de buurt enz.", "Dat stopte."],
  ["“Ik mis mama.”", "Dat zei zij drie keer!", "Waarom luisterde niemand?", "Dat weten wij niet."],
  ["Zij zei: “Ik wil naar huis.” en liep weg."],
  ["1. De rechter hoort het kind.", "2. De rechter weegt dat mee."],
  ["Zo staat het in het besluit.\ufffc", "Toch klopt het niet."],
  ["Niemand vroeg het aan \ufffb", "Zij weet het nog."],
  ["Daar woont \ufffb met haar moeder."],
  ["Zie ECLI:NL:HR:2020:1.", "Zie ook www.kinderrechten.nl voor meer."],
  ["Hij wist het al.", "De school ook."],
  ["Het bedrag is 3.500 euro.", "Dat is veel…", "Meer is er niet."],
];

test("sentences of jurists", () => {
  for (const wanted of WANTED) assert.deepEqual(cut(wanted.join(" ")), wanted);
});

test("a new line ends a sentence, and nothing is none", () => {
  assert.deepEqual(cut("Wat wij vragen:\nhoor het kind"), ["Wat wij vragen:", "hoor het kind"]);
  assert.deepEqual(cut("  "), []);
});

test("whether somebody is still writing it", () => {
  assert.ok(ended("Klaar.”"));
  assert.ok(!ended("Nog niet"));
});
