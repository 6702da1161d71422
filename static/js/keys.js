/* Keys for people who read much: an element with `data-key` is pressed by that key, a field with it is entered.
   They keep silent while somebody writes or holds another key, can be turned off, and nothing depends on them. */
(() => {
  "use strict";
  const root = document.documentElement;
  const toggle = document.querySelector("[data-keys-toggle]");
  const PLACE = "office-keys";

  function remembered() {
    try {
      return localStorage.getItem(PLACE) === "off" ? "off" : "on";
    } catch {
      return "on"; // A browser that keeps nothing: the keys are on.
    }
  }

  function show(state) {
    root.dataset.keys = state;
    if (toggle) toggle.textContent = state === "on" ? toggle.dataset.turnOff : toggle.dataset.turnOn;
  }

  function keyOf(event) {
    if (event.key === "/") return "/";
    if (event.shiftKey) return "";
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    // The place on the keyboard, so that the keys work while an Arabic or Kurdish layout is active.
    const letter = /^Key([A-Z])$/.exec(event.code);
    if (letter) return letter[1].toLowerCase();
    return event.code === "Slash" && event.key > "\u007f" ? "/" : "";
  }

  function isWriting(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  }

  show(remembered());
  toggle?.addEventListener("click", () => {
    const state = root.dataset.keys === "on" ? "off" : "on";
    show(state);
    try {
      localStorage.setItem(PLACE, state);
    } catch {
      // Nothing is kept; the choice holds on this page.
    }
  });

  document.addEventListener("keydown", (event) => {
    if (root.dataset.keys === "off" || event.repeat || event.isComposing || isWriting(event.target)) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph")) return;
    const key = keyOf(event);
    const wanted = key && document.querySelector(`[data-key="${key}"]`);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("input, textarea, select")) wanted.focus();
    else wanted.click();
  });
})();
