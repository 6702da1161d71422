/* Keys for people who read many pairs: S, N, U judge, J goes on, T writes the reason. Everything works without them. */
(() => {
  "use strict";
  const form = document.querySelector("[data-judge]");
  const next = document.querySelector("[data-next]");

  function isWriting(target) {
    return target.matches("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
    // The place on the keyboard, so that the keys work while an Arabic layout is active.
    const key = event.code.replace("Key", "").toLowerCase();
    const reason = form && form.elements.reason;
    if (key === "j" && next) {
      next.click();
    } else if (key === "t" && reason) {
      event.preventDefault();
      reason.focus();
    } else if (form && ["s", "n", "u"].includes(key)) {
      event.preventDefault();
      if (reason.value.trim()) {
        form.requestSubmit(form.querySelector(`[data-key="${key}"]`));
      } else {
        reason.focus();
      }
    }
  });
})();
