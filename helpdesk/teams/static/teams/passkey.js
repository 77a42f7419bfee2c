// Passkeys for the forms that say so: data-passkey="get" shows one, "create" makes one. What the server wants stands in a
// data block inside the form, or comes from data-options. The answer goes into the hidden field and the form is sent.
{
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const wanted = async (form) => {
    if (!form.dataset.options) return JSON.parse(form.querySelector("script").textContent).publicKey;
    const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" }, cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()).request_options.publicKey;
  };
  const show = async (ask) => {
    const given = await navigator.credentials.get({ publicKey: { ...ask, challenge: bytes(ask.challenge), allowCredentials: keys(ask.allowCredentials) } });
    const { clientDataJSON, authenticatorData, signature, userHandle } = given.response;
    return [given, { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: userHandle && text(userHandle) }];
  };
  const make = async (ask) => {
    const user = { ...ask.user, id: bytes(ask.user.id) };
    const made = await navigator.credentials.create({ publicKey: { ...ask, user, challenge: bytes(ask.challenge), excludeCredentials: keys(ask.excludeCredentials) } });
    const { clientDataJSON, attestationObject } = made.response;
    const transports = made.response.getTransports ? made.response.getTransports() : [];
    return [made, { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports }];
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-passkey]");
    if (!form) return;
    event.preventDefault();
    const sorry = form.querySelector("[data-passkey-sorry]");
    sorry.hidden = true;
    try {
      const [key, response] = await (form.dataset.passkey === "create" ? make : show)(await wanted(form));
      const { id, type, authenticatorAttachment } = key;
      form.elements.credential.value = JSON.stringify({ id, type, rawId: text(key.rawId), authenticatorAttachment, response, clientExtensionResults: key.getClientExtensionResults() });
      form.submit();
    } catch {
      sorry.hidden = false;
    }
  });
}
