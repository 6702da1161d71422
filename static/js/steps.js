// The journey leaves one entry in the history: forms marked data-step are sent in the background and the answer takes
// the page's place; links marked data-replace replace the page. Without this file forms and links work by themselves.
(() => {
  // What the new page needs beyond the scripts that run here; those that run are told.
  const bring = (page) => {
    document.dispatchEvent(new Event("portal:shown"));
    for (const { src } of page.querySelectorAll("head script[src]")) {
      if ([...document.scripts].some((script) => script.src === src)) continue;
      const script = document.createElement("script");
      script.src = src;
      document.head.append(script);
    }
  };

  const show = (text, address) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const main = page.querySelector("main");
    if (!main) return false;
    document.title = page.title;
    document.querySelector("main").replaceWith(main);
    const bar = page.querySelector(".subbar");
    if (bar) document.querySelector(".subbar")?.replaceWith(bar);
    window.history.replaceState(null, "", address);
    window.scrollTo(0, 0);
    const summary = main.querySelector(".summary[role=alert]");
    if (summary) summary.focus();
    else main.focus({ preventScroll: true });
    bring(page);
    return true;
  };

  const send = async (form, button) => {
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(data),
      credentials: "same-origin",
      cache: "no-store",
    });
    if (!show(await answer.text(), answer.url)) window.location.replace(answer.url);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-step]")) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "1";
    send(form, event.submitter).catch(() => {
      // On a broken connection what was typed stays on the page; the next click sends it again.
      delete form.dataset.sending;
      const note = document.createElement("p");
      note.className = "note note--stop";
      note.setAttribute("role", "alert");
      note.textContent = form.dataset.failed || "";
      form.querySelector(".note--stop[role=alert]")?.remove();
      form.append(note);
    });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-replace]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    window.location.replace(link.href);
  });
})();
