/** Pages that a browser keeps; the one seen longest ago goes first. */
export const keptPagesAtMost = 60

/** Files of the portal that a browser keeps; a new build brings new names. */
export const keptFilesAtMost = 200

/** Answers about figures that a browser keeps: some fifty tables, and what is said of them. */
export const keptAnswersAtMost = 200

/**
 * How a request is answered: from what is kept, as a page, as the frame that the application draws in,
 * as figures (each from the node first), or by the node alone.
 */
export type Way = 'kept-first' | 'page' | 'frame' | 'answer' | 'node-alone'

/**
 * What of a node a browser may keep for the time without a line: the files of the portal, pages that
 * everybody may read, the frame of explore, and answers about figures. Nothing of an account, of the desk
 * or of any other interface. Whether an answer is kept depends on for whom it is (`isAnswerKept`).
 *
 * @param path of the address, without its query
 * @param isPage whether a page is opened, by a link or the bar of the browser
 * @example
 * wayOf('/assets/index-1a2b.js', false) // => 'kept-first'
 * @example
 * wayOf('/api/cubes/movements/table', false) // => 'answer'
 * @example
 * wayOf('/api/govern/account', false) // => 'node-alone'
 */
export function wayOf(path: string, isPage: boolean): Way {
  // Their names carry a hash of their content: what has the name is what the node has.
  if (path.startsWith('/assets/')) return 'kept-first'
  if (!isPage) return isOfFigures(path) ? 'answer' : 'node-alone'
  if (/^\/(es|en|fr)\/(explore|embed)(\/|$)/.test(path)) return 'frame'
  return /^\/(es|en|fr)(\/|$)/.test(path) && !isOfOnePerson(path) ? 'page' : 'node-alone'
}

/** Addresses of cubes, their tables and the areas of their maps. */
function isOfFigures(path: string): boolean {
  return /^\/api\/(cubes|boundaries)(\/|$)/.test(path) || path.startsWith('/boundaries/')
}

/** Addresses whose content depends on who is signed in. */
function isOfOnePerson(path: string): boolean {
  return /^\/[a-z]{2}\/(account|desk)(\/|$)/.test(path)
}

/**
 * Whether an answer to an opened page is kept: a page that the node calls public, and nothing else. The
 * empty frame of the application is not a page: it is kept once, for the answers that it draws.
 *
 * @param cacheControl what the node says of keeping it
 */
export function isKept(status: number, contentType: string, cacheControl: string): boolean {
  const said = cacheControl.split(',').map((each) => each.trim())
  return status === 200 && contentType.startsWith('text/html') && said.includes('public')
}

/**
 * Whether an answer about figures is kept: one that the node marks as everybody's. What was exact for
 * an officer is marked as a reader's, and is never there for whoever uses the computer next.
 *
 * @param audience what the node says of whom it is for; null where it says nothing
 * @example
 * isAnswerKept(200, 'application/json', 'everybody', '/api/cubes') // => true
 * @example
 * isAnswerKept(200, 'application/json', 'reader', '/api/cubes') // => false
 */
export function isAnswerKept(
  status: number,
  contentType: string,
  audience: string | null,
  path: string,
): boolean {
  // Areas that come with the portal are files: the same for all.
  const forAll = audience === 'everybody' || path.startsWith('/boundaries/')
  return status === 200 && contentType.startsWith('application/json') && forAll
}
