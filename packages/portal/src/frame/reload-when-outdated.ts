const key = 'caudal.reloaded-at'
const leastMilliseconds = 30_000

/**
 * Loads the page again when a part of it is no longer on the node, because the node was renewed
 * while the page was open. Once: a part that stays away is a fault and shown as one.
 */
export function reloadWhenOutdated(): void {
  addEventListener('vite:preloadError', (event) => {
    try {
      const last = Number(sessionStorage.getItem(key) ?? 0)
      if (Date.now() - last < leastMilliseconds) return
      sessionStorage.setItem(key, String(Date.now()))
    } catch {
      // Without a memory it could go on for ever: better not to start.
      return
    }
    event.preventDefault()
    location.reload()
  })
}
