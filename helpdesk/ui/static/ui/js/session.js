// The session is over while one is writing: signing in happens in another tab, over a dialog; the words stay here.
{
  const box = () => document.querySelector("#opnieuw-aanmelden");
  const signIn = () => document.body.dataset.signin || "/aanmelden/";
  desk.isSignIn = (url) => new URL(url || location.href, location.href).pathname.startsWith(signIn());
  desk.signedIn = async () => {
    try {
      const answer = await fetch(document.body.dataset.home || "/", { method: "HEAD", redirect: "manual", cache: "no-store" });
      return answer.type !== "opaqueredirect" && answer.status !== 401;
    } catch { return false; }
  };
  desk.askSignIn = () => { if (box() && !box().open) box().showModal(); };
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status !== 401 && !desk.isSignIn(xhr.responseURL)) return;
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    desk.askSignIn();
  });
  document.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-signed-in]")) return;
    const there = await desk.signedIn();
    box().querySelector("[data-not-yet]").hidden = there;
    if (!there) return;
    box().close();
    if (desk.cover) desk.hide();
    document.dispatchEvent(new Event("krh:signed-in"));
  });
}
