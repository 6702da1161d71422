// Quick exit: blank the page at once, leave no entry in the history, and answer to Shift pressed three times.
// Without this file the exit is a plain link.
(() => {
  const link = document.querySelector("[data-quick-exit]");
  if (!link) return;
  // A copy of the guides that was kept on this phone goes too. Leaving does not wait for it longer than a blink.
  const wipe = async () => {
    const names = "caches" in window ? await caches.keys() : [];
    const workers = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistrations() : [];
    await Promise.all([...names.map((name) => caches.delete(name)), ...workers.map((worker) => worker.unregister())]);
  };
  const leave = () => {
    document.title = "…";
    document.body.replaceChildren();
    const blink = new Promise((resolve) => window.setTimeout(resolve, 150));
    Promise.race([wipe().catch(() => {}), blink]).then(() => window.location.replace(link.href));
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
