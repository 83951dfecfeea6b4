/** Lets the browser keep what has been seen; a browser that cannot, or may not, goes on without. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/service-worker.js').catch(() => {})
}
