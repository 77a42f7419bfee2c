// First part of the desk bundle. htmx writes HTML by itself, so the desk has one default Trusted Types policy:
// HTML of our own server may pass, script made from text never may.
"use strict";
if (self.trustedTypes && trustedTypes.createPolicy) trustedTypes.createPolicy("default", { createHTML: (html) => html });

// What script may say stands in the page: <body data-say-saved="Concept bewaard {time}">.
const say = (key, time) => (document.body.getAttribute("data-say-" + key) || "").replace("{time}", time || "");
const clock = () => new Date().toLocaleTimeString("nl-NL", { hour: "numeric", minute: "2-digit" }).replace(":", ".");
const typing = (node) => Boolean(node.closest && node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));

// htmx notes the address of the page in the browser's storage at its start; here nothing of a case may lie there.
["DOMContentLoaded", "htmx:afterSettle"].forEach((name) => document.addEventListener(name, () => {
  sessionStorage.removeItem("htmx-current-path-for-history");
}));
