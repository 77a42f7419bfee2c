// Tells the pages of this site that somebody signed in again, with a fresh form token for what is still being written.
{
  const fresh = document.querySelector("[data-fresh]");
  const channel = new BroadcastChannel("krh-signed-in");
  channel.postMessage({ token: fresh.dataset.fresh });
}
