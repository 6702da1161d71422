// Keeps one page, the guides, with the files it needs. Served by the portal, which puts KEPT before the first line:
// the name of this copy, the address of the page and the addresses of its files.
const KIND = KEPT.name.slice(0, KEPT.name.lastIndexOf("-") + 1);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // Past the browser's own memory, and without cookies: what anybody sees who comes now, all of it or none.
  const how = { cache: "reload", credentials: "omit" };
  const wanted = [KEPT.page, ...KEPT.files].map((address) => new Request(address, how));
  event.waitUntil(caches.open(KEPT.name).then((cache) => cache.addAll(wanted)));
});

// The copy before this one goes as soon as this one is complete.
self.addEventListener("activate", (event) => {
  const isOlder = (name) => name.startsWith(KIND) && name !== KEPT.name;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(isOlder).map((name) => caches.delete(name)))),
  );
});

// Only what was kept is answered from the copy; anything else goes its usual way. A copy that was wiped answers nothing.
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  const isKept = address.origin === self.location.origin && [KEPT.page, ...KEPT.files].includes(address.pathname);
  if (event.request.method !== "GET" || !isKept) return;
  const kept = caches.match(address.pathname, { cacheName: KEPT.name });
  event.respondWith(kept.then((found) => found || fetch(event.request)));
});
