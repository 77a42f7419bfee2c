// First part of the public bundle. It loads in the head, so that steps never flash all at once.
"use strict";
document.documentElement.classList.add("js");

// Everything that looks at <main> runs at the start, and again when a quiet answer has put a new one in place.
const onMain = (look) => ["DOMContentLoaded", "krh:main"].forEach((name) => document.addEventListener(name, look));

// A sentence that the page brought along for us: <body data-say-busy="Bezig…">.
const say = (key) => document.body.getAttribute("data-say-" + key) || "";

// The one Trusted Types policy: answers of our own origin become <main>. Script is never made from text.
const trust = (self.trustedTypes || { createPolicy: (name, rules) => rules }).createPolicy("krh", { createHTML: (html) => html });

// Nothing typed stays in a field that is on its way out.
const emptyFields = () => document.querySelectorAll("input, textarea, select").forEach((field) => {
  if (field.type === "radio" || field.type === "checkbox") field.checked = false; else field.value = "";
});
