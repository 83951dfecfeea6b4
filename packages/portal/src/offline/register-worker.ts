/** Lets the browser keep what has been seen; a browser that cannot, or may not, goes on without. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const first = serviceWorker.controller === null
  serviceWorker.register('/service-worker.js').catch(() => {})
  if (first) serviceWorker.addEventListener('controllerchange', keepFirstVisit, { once: true })
}

/**
 * What the first page of a first visit asked for came before there was anybody to keep it, or was under
 * way. Asked for once more, its files come from the browser itself, and the node says of its figures that
 * they are the same.
 */
function keepFirstVisit(): void {
  const asked = new Set<string>()
  const again = ({ name, workerStart }: PerformanceResourceTiming): void => {
    const { origin, pathname } = new URL(name)
    const isKept = /^\/(assets|boundaries|api\/cubes)(\/|$)/.test(pathname)
    if (workerStart > 0 || origin !== location.origin || !isKept || asked.has(name)) return
    asked.add(name)
    fetch(name).catch(() => {})
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) again(entry as PerformanceResourceTiming)
  }).observe({ type: 'resource', buffered: true })
}
