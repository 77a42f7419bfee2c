// The receipt: practise one word, print small. Both stay on this page; nothing is sent or copied.
onMain(() => {
  const form = document.querySelector("form[data-practice]");
  if (!form) return;
  const said = form.querySelector("[data-said]");
  const words = [...document.querySelectorAll(".krh-receipt__word")].map((word) => word.textContent.trim().toLowerCase());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const right = form.elements.word.value.trim().toLowerCase() === words[form.dataset.practice - 1];
    said.textContent = right ? form.dataset.right : form.dataset.wrong;
    if (!right) form.elements.word.focus();
  });
  form.querySelector("[data-print]").addEventListener("click", () => print());
});
