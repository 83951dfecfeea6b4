/** Pages that a browser keeps; the one seen longest ago goes first. */
export const keptPagesAtMost = 60

/** Files of the portal that a browser keeps; a new build brings new names. */
export const keptFilesAtMost = 200

/** How a request is answered: from what is kept, from the node first, or by the node alone. */
export type Way = 'kept-first' | 'page' | 'node-alone'

/**
 * What of a node a browser may keep for the time without a line: the files of the portal, and pages
 * that everybody may read. Nothing of an account, of the desk or of the interfaces: an answer there may
 * be for one reader alone.
 *
 * @param path of the address, without its query
 * @param isPage whether a page is opened, by a link or the bar of the browser
 * @example
 * wayOf('/assets/index-1a2b.js', false) // => 'kept-first'
 * @example
 * wayOf('/api/cubes', false) // => 'node-alone'
 */
export function wayOf(path: string, isPage: boolean): Way {
  // Their names carry a hash of their content: what has the name is what the node has.
  if (path.startsWith('/assets/')) return 'kept-first'
  return isPage && /^\/(es|en|fr)(\/|$)/.test(path) && !isOfOnePerson(path) ? 'page' : 'node-alone'
}

/** Addresses whose content depends on who is signed in. */
function isOfOnePerson(path: string): boolean {
  return /^\/[a-z]{2}\/(account|desk)(\/|$)/.test(path)
}

/**
 * Whether an answer to an opened page is kept: a page that the node calls public, and nothing else. The
 * empty frame of the application is not: without the node it would have nothing to draw.
 *
 * @param cacheControl what the node says of keeping it
 */
export function isKept(status: number, contentType: string, cacheControl: string): boolean {
  const said = cacheControl.split(',').map((each) => each.trim())
  return status === 200 && contentType.startsWith('text/html') && said.includes('public')
}
