/** Lets the browser keep what has been seen; a browser that cannot, or may not, goes on without. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const first = serviceWorker.controller === null
  serviceWorker.register('/service-worker.js').catch(() => {})
  if (first) serviceWorker.addEventListener('controllerchange', keepFirstVisit, { once: true })
}

/**
 * What the first page of a first visit asked for came before there was anybody to keep it. Asked for
 * once more, its files come from the browser itself, and the node says of its figures that they are the
 * same.
 */
function keepFirstVisit(): void {
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  for (const { origin, pathname, href } of asked) {
    if (origin !== location.origin || !/^\/(assets|boundaries|api\/cubes)(\/|$)/.test(pathname))
      continue
    fetch(href, { headers: { accept: '*/*' } }).catch(() => {})
  }
}
