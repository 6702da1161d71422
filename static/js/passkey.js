// A form marked data-passkey asks the device for a passkey before it is sent: "create" makes one, "get" shows one. What
// the device answers goes into the field `answer`; where it answers nothing, the field stays empty and the page that
// follows says so. Without this file the code and the name open the page as before.
(() => {
  const bytes = (text) => {
    const plain = window.atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  };
  const text = (buffer) => {
    const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return window.btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const asked = (written) => {
    const options = JSON.parse(written).publicKey;
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    if (options.excludeCredentials) options.excludeCredentials = keys(options.excludeCredentials);
    if (options.allowCredentials) options.allowCredentials = keys(options.allowCredentials);
    return options;
  };

  const answered = (given) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (given.response[name]) response[name] = text(given.response[name]);
    }
    return { id: given.id, rawId: text(given.rawId), type: given.type, response };
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const publicKey = asked(form.querySelector("[data-options]").value);
        const given = await navigator.credentials[form.dataset.passkey]({ publicKey });
        form.elements.answer.value = JSON.stringify(answered(given));
      } catch {
        form.elements.answer.value = "";
      }
      form.submit();
    });
  }
})();
