// Quick exit: the button, or Shift pressed three times alone within five seconds. Covers first, leaves no way back.
{
  let presses = 0;
  let alone = false;
  let timer;
  const link = () => document.querySelector(".krh-exit");
  const count = (n) => {
    presses = n;
    clearTimeout(timer);
    if (!link()) return;
    if (n) link().dataset.count = n; else delete link().dataset.count;
  };
  const leave = (event) => {
    if (event) event.preventDefault();
    document.body.append(Object.assign(document.createElement("div"), { className: "krh-blank" }));
    document.title = link().dataset.title;
    emptyFields();
    // An open mailbox is closed behind us; nobody waits for the answer.
    if (link().dataset.leave) navigator.sendBeacon(link().dataset.leave);
    location.replace(link().href);
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest(".krh-exit")) leave(event);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") { if (!event.repeat) alone = true; return; }
    alone = false;
    count(0);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || !link()) return;
    const first = presses === 0;
    const now = presses + 1;
    if (first) { count(1); timer = setTimeout(() => count(0), 5000); return; }
    presses = now;
    link().dataset.count = now;
    if (now >= 3) leave();
  });
}
