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
    if (/^[0-9]$/.test(event.key)) return event.key;
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    // The place on the keyboard, so that the keys work while an Arabic or Kurdish layout is active.
    const letter = /^Key([A-Z])$/.exec(event.code);
    if (letter) return letter[1].toLowerCase();
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
    if (digit) return digit[1];
    return event.code === "Slash" && event.key > "\u007f" ? "/" : "";
  }

  function isWriting(target) {
    const written = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
    return target instanceof Element && target.closest(written);
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
    if (isWriting(wanted)) wanted.focus();
    else wanted.click();
  });
})();
