// The question, one step a screen. The same form without script is one short page with everything under each other.
onMain(() => {
  const form = document.querySelector("form[data-steps]");
  if (!form) return;
  const words = form.dataset;
  const steps = [...form.querySelectorAll("[data-step]")];
  const title = form.querySelector("[data-progress]");
  const bars = form.querySelector("[data-bars]");
  const [next, skip, back] = ["next", "skip", "back"].map((name) => form.querySelector(`[data-${name}]`));
  let at = 0;

  // Of some themes a picture may be illegal: the field goes. Without script the server keeps none of them.
  const noPictures = () => form.toggleAttribute("data-no-pictures", !!form.querySelector("[name=theme][value=uitbuiting]:checked"));
  form.addEventListener("change", noPictures);
  noPictures();

  // The story is the only step that cannot be skipped; its field says itself what is missing.
  const story = form.querySelector("[data-required]");
  const missing = () => {
    if (!steps[at].contains(story) || story.value.trim()) return false;
    const error = form.querySelector("[data-missing]");
    error.hidden = false;
    story.setAttribute("aria-invalid", "true");
    story.focus();
    return true;
  };
  const go = (to, quietly) => {
    at = Math.max(0, Math.min(to, steps.length - 1));
    steps.forEach((step, n) => step.toggleAttribute("data-now", n === at));
    const last = at === steps.length - 1;
    form.querySelector("[data-last]").toggleAttribute("data-now", last);
    next.hidden = last;
    skip.hidden = last || steps[at].contains(story) || steps[at].hasAttribute("data-stay");
    back.hidden = at === 0;
    title.textContent = words.progress.replace("{n}", at + 1).replace("{all}", steps.length);
    document.title = title.textContent;
    bars.replaceChildren(...steps.map((step, n) => Object.assign(document.createElement("span"), {
      className: "krh-progress__part" + (n < at ? " krh-progress__part--done" : n === at ? " krh-progress__part--now" : ""),
    })));
    if (quietly) return;
    const question = steps[at].querySelector(".krh-step__question");
    question.tabIndex = -1;
    scrollTo(0, 0);
    question.focus({ preventScroll: true });
  };
  // Another asker needs other words: fetch that page and take what was typed along, except ticket and proof.
  const changeAsker = async (asker) => {
    const kept = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["ticket", "pow", "asker"].includes(name));
    const files = form.querySelector("[type=file]").files;
    const answer = await fetch(`${form.getAttribute("action").split("?")[0]}?wie=${encodeURIComponent(asker)}`);
    const fresh = show(await answer.text()).querySelector("form");
    kept.forEach(([name, value]) => fresh.querySelectorAll(`[name="${name}"]`).forEach((field) => {
      if (field.type !== "radio" && field.type !== "checkbox") field.value = value;
      else if (field.value === value) field.checked = true;
    }));
    fresh.querySelector("[type=file]").files = files;
    arrive(document.querySelector("main"));
  };
  const forward = () => {
    const asker = form.querySelector("[name=asker]:checked");
    if (missing()) return;
    if (at === 0 && asker && asker.value !== words.asker) changeAsker(asker.value).catch(() => go(1)); else go(at + 1);
  };
  next.addEventListener("click", forward);
  back.addEventListener("click", () => go(at - 1));
  skip.addEventListener("click", () => {
    steps[at].querySelectorAll("input, select, textarea").forEach((field) => {
      if (field.type === "radio" || field.type === "checkbox") field.checked = field.defaultChecked && field.value === "";
      else field.value = "";
    });
    go(at + 1);
  });
  // Enter in a field means "on", not "send", until the last step.
  form.addEventListener("submit", (event) => {
    if (at < steps.length - 1) { event.preventDefault(); forward(); }
  });
  // Links of the error summary lead into a step that may be out of sight.
  form.addEventListener("click", (event) => {
    const link = event.target.closest(".krh-errors a");
    const field = link && form.querySelector(link.hash);
    if (!field) return;
    event.preventDefault();
    go(steps.findIndex((step) => step.contains(field)), true);
    field.focus();
  });
  // Danger said in the story brings the numbers up at once.
  const danger = (words.danger || "").split("|").filter(Boolean);
  const box = form.querySelector("[data-danger-help]");
  if (story && box) story.addEventListener("input", () => {
    const text = story.value.toLowerCase();
    if (danger.some((word) => text.includes(word))) box.hidden = false;
    form.querySelector("[data-missing]").hidden = true;
    story.removeAttribute("aria-invalid");
  });
  form.noValidate = true;
  const wrong = steps.findIndex((step) => step.querySelector("[aria-invalid=true]"));
  go(wrong >= 0 ? wrong : form.querySelector(".krh-errors") ? steps.length - 1 : words.asker ? 1 : 0, true);
});
