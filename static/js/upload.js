// A file is sent in parts, each of them safe before the next one goes: a broken connection, a closed page or a second
// window loses nothing. Without this file, or in a browser that cannot, the form sends the file at once.
(() => {
  if (!window.fetch || !window.DOMParser || !Blob.prototype.slice) return;
  const wait = (seconds) => new Promise((resolve) => window.setTimeout(resolve, seconds * 1000));

  class Closed extends Error {}

  // The connection may break at any time: the same request is made again until it is answered.
  const ask = async (address, options, tell) => {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await fetch(address, { method: "POST", credentials: "same-origin", cache: "no-store", ...options });
        if (answer.redirected) throw new Closed();
        if (answer.status < 500) return answer;
      } catch (error) {
        if (error instanceof Closed) throw error;
      }
      tell("broken");
      await wait(Math.min(30, 2 ** tries));
    }
  };

  const digest = async (file) => {
    if (!window.crypto || !window.crypto.subtle) return "";
    const bytes = new Uint8Array(await window.crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  // The page as the portal answers it, with the form's errors; the file stays chosen where it is not what is wrong.
  const show = async (answer, file) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main");
    if (!main) return window.location.reload();
    document.querySelector("main").replaceWith(main);
    const input = main.querySelector("input[type=file]");
    if (input && !input.closest(".field--error")) input.files = file.files;
    const summary = main.querySelector(".summary[role=alert]");
    (summary || main).focus();
    window.scrollTo(0, 0);
  };

  const send = async (form, input, tell) => {
    const file = input.files[0];
    const told = new FormData(form);
    told.delete(input.name);
    told.append("name", file.name);
    told.append("size", file.size);
    // Going on where it stopped is safe only when the whole can be compared at the end.
    if (window.crypto && window.crypto.subtle) told.append("resume", "1");
    const headers = { "X-CSRFToken": told.get("csrfmiddlewaretoken"), Accept: "application/json" };
    const begun = await ask(form.dataset.upload, { body: new URLSearchParams(told), headers }, tell);
    if (!begun.ok) return show(begun, input);
    const { url, at: start, part } = await begun.json();
    // Only now: a film of two gigabytes is refused before it is read.
    const sum = await digest(file);
    for (let at = start; ; ) {
      tell("sending", Math.floor((at * 100) / file.size));
      const how = { ...headers, "Content-Type": "application/octet-stream", "Upload-At": at };
      if (sum) how["Upload-Digest"] = sum;
      const answer = await ask(url, { body: file.slice(at, at + part), headers: how }, tell);
      if (!answer.ok && answer.status !== 409) return show(answer, input);
      const said = await answer.json();
      if (said.done) return window.location.replace(said.done);
      at = said.at;
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const input = form.matches("form[data-upload]") && form.querySelector("input[type=file]");
    if (!input || !input.files || !input.files.length || !input.files[0].arrayBuffer) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    const status = form.querySelector("[data-upload-status]");
    let shown = "";
    let done = 0;
    const tell = (what, percent) => {
      // Said once to who listens; the bar alone moves on.
      if (shown !== what) {
        shown = what;
        const words = document.createElement("p");
        words.textContent = form.dataset[what];
        const bar = document.createElement("progress");
        bar.className = "meter";
        bar.max = 100;
        bar.setAttribute("aria-label", form.dataset.sending);
        status.replaceChildren(words, bar);
      }
      done = percent === undefined ? done : percent;
      status.querySelector("progress").value = done;
    };
    tell("sending", 0);
    send(form, input, tell)
      .catch((error) => tell(error instanceof Closed ? "closed" : "broken"))
      .then(() => delete form.dataset.busy);
  });
})();
