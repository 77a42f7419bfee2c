// The session is over while one is writing: signing in happens in another tab, over a dialog; the words stay here.
{
  const box = () => document.querySelector("#opnieuw-aanmelden");
  desk.isSignIn = (url) => new URL(url, location.href).pathname.startsWith(document.body.dataset.signin || "/aanmelden/");
  // Signing in makes the form tokens of open pages stale. The same member gets a fresh one; for another the page starts anew.
  desk.signedIn = async () => {
    try {
      const answer = await fetch(document.body.dataset.signedIn, { headers: { Accept: "application/json" }, redirect: "manual", cache: "no-store" });
      if (!answer.ok) return false;
      const { member, token } = await answer.json();
      if (member !== document.body.dataset.member) { location.replace(document.body.dataset.home || "/"); return false; }
      document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
      return true;
    } catch { return false; }
  };
  desk.askSignIn = () => { if (box() && !box().open) box().showModal(); };
  document.addEventListener("htmx:beforeSwap", async (event) => {
    const { xhr, elt } = event.detail;
    if (![401, 403].includes(xhr.status) && !desk.isSignIn(xhr.responseURL)) return;
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    if (!(await desk.signedIn())) { desk.askSignIn(); return; }
    // Still signed in, only the token was stale: send once more with the fresh one.
    if (xhr.status !== 403 || !elt.matches("form") || elt.dataset.again) return;
    elt.dataset.again = "1";
    elt.requestSubmit();
    setTimeout(() => { delete elt.dataset.again; }, 5000);
  });
  document.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-recheck]")) return;
    const there = await desk.signedIn();
    box().querySelector("[data-not-yet]").hidden = there;
    if (!there) return;
    box().close();
    if (desk.cover) desk.hide();
    document.dispatchEvent(new Event("krh:signed-in"));
  });
}
