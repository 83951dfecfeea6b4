const key = 'caudal.desk'

/**
 * Whether whoever used this browser last had work at the desk: the bar of baked pages, which are the same
 * for everybody and ask the node nothing, then leads there. It opens nothing; the desk asks who one is.
 */
export function deskShown(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** Keeps for the next page whether the way to the desk is shown. */
export function showDesk(shown: boolean): void {
  try {
    if (shown) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing for this site: the way is in the footer.
  }
}
