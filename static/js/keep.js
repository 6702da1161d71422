// "Keep a copy on this phone": only after a press, never by itself. Without this file the page can be saved or printed.
(() => {
  const box = document.querySelector("[data-keep]");
  if (!box || !("serviceWorker" in navigator) || !("caches" in window)) return;
  const part = (name) => box.querySelector(`[data-keep-${name}]`);
  const show = (name) => {
    for (const each of ["offer", "kept", "failed"]) part(each).hidden = each !== name;
    box.hidden = false;
  };
  const registration = () => navigator.serviceWorker.getRegistration(box.dataset.keep);

  const settled = (worker) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("the copy was not completed"));
      };
      worker.addEventListener("statechange", look);
      look();
    });

  const keep = async () => {
    const found = await navigator.serviceWorker.register(`${box.dataset.keep}worker.js`, { scope: box.dataset.keep });
    await settled(found.installing || found.waiting || found.active);
  };

  const remove = async () => {
    const found = await registration();
    if (found) await found.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(box.dataset.keepName)).map((name) => caches.delete(name)));
  };

  const press = (name, act, after) => {
    part(name).addEventListener("click", async (event) => {
      event.currentTarget.disabled = true;
      try {
        await act();
        show(after);
        part(after).focus();
      } catch {
        await remove().catch(() => {});
        show("failed");
        part("failed").focus();
      }
      part(name).disabled = false;
    });
  };
  press("do", keep, "kept");
  press("again", keep, "kept");
  press("remove", remove, "offer");
  registration().then(
    (found) => show(found && found.active ? "kept" : "offer"),
    () => {},
  );
})();
