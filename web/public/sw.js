// The shell only: hashed files are kept, pages fall back to the last shell when offline.
// Answers of the API are never stored: a booking seen here must be the booking.
const SHELL = "madang-shell-1";
const PAGE = "/index.html";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.add(new Request(PAGE, { cache: "reload" })))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && !/^\/(api|docs|swagger|actuator|v3)\b/.test(url.pathname)) {
    event.respondWith(page(request));
  } else if (url.pathname.startsWith("/assets/") || url.pathname.startsWith("/icons/")) {
    event.respondWith(asset(request));
  }
});

async function page(request) {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get("content-type")?.includes("text/html")) {
      await keepShell(cache, answer.clone());
    }
    return answer;
  } catch (failure) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw failure;
  }
}

/** A new build brings files of new names; those of the old one go. */
async function keepShell(cache, answer) {
  const before = await cache.match(PAGE);
  const [old, now] = await Promise.all([before?.text(), answer.clone().text()]);
  if (old === now) return;
  const kept = await cache.keys();
  await Promise.all(
    kept.filter((entry) => entry.url.includes("/assets/")).map((entry) => cache.delete(entry)),
  );
  await cache.put(PAGE, answer);
}

async function asset(request) {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
