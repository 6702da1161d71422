// Quick exit: blank the page at once, leave no entry in the history, and answer to Shift pressed three times.
// Without this file the exit is a plain link.
(() => {
  const link = document.querySelector("[data-quick-exit]");
  if (!link) return;
  // A copy of the guides that was kept on this phone goes too. The page is blank by then; leaving waits for that as long
  // as an old phone may need for it, and not longer.
  const copies = async () => {
    if ("caches" in window) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  };
  const workers = async () => {
    if (!("serviceWorker" in navigator)) return;
    await Promise.all((await navigator.serviceWorker.getRegistrations()).map((worker) => worker.unregister()));
  };
  const wipe = () => Promise.all([copies(), workers()]);
  const leave = () => {
    document.title = "…";
    document.body.replaceChildren();
    const enough = new Promise((resolve) => window.setTimeout(resolve, 1000));
    Promise.race([wipe().catch(() => {}), enough]).then(() => window.location.replace(link.href));
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
