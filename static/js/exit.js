// Quick exit: blank the page at once, leave no entry in the history, and answer to Shift pressed three times.
// Without this file the exit is a plain link.
(() => {
  const link = document.querySelector("[data-quick-exit]");
  if (!link) return;
  const leave = () => {
    document.title = "…";
    document.body.replaceChildren();
    window.location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    const now = Date.now();
    presses = [...presses.filter((moment) => now - moment < 2000), now];
    if (presses.length >= 3) leave();
  });
  // A page brought back from the browser's memory is asked for again, so that an ended visit shows nothing.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
