/** Where a page is, as far as one comes back to it. */
type Place = Pick<Location, 'pathname' | 'search' | 'hash'>

/** Kept by the browser while an identity provider has the page, and for this tab alone. */
const kept = 'caudal.way-back'

/**
 * The address of the page to sign in at, which leads back to where somebody was.
 *
 * @example signInAddress('es', { pathname: '/es/desk/link', search: '?a=1', hash: '' }) // => '/es/account?back=%2Fes%2Fdesk%2Flink%3Fa%3D1'
 */
export function signInAddress(language: string, { pathname, search, hash }: Place): string {
  const account = `/${language}/account`
  if (pathname === account) return account
  return `${account}?back=${encodeURIComponent(`${pathname}${search}${hash}`)}`
}

/**
 * Where to go back to after signing in; undefined where it is not said, or is no page of this node: an address
 * from outside must not lead whoever has just signed in elsewhere.
 *
 * @param search what stands after the question mark of the address, with it
 * @example wayBack('?back=%2Fes%2Fdesk%2Flink') // => '/es/desk/link'
 * @example wayBack('?back=%2F%2Felsewhere.example%2Fes') // => undefined
 */
export function wayBack(search: string): string | undefined {
  const back = new URLSearchParams(search).get('back') ?? ''
  return /^\/(?:es|en|fr)\/(?!account$)[^\\\p{Cc}]*$/u.test(back) ? back : undefined
}

/**
 * Remembers the way back while the identity provider has the page: what the address of the sign-in says or, where
 * another page asks for it, that page.
 */
export function keepWayBack(place: Place): void {
  const [, language = ''] = place.pathname.split('/')
  const asked = signInAddress(language, place).split('?')[1] ?? ''
  const back = wayBack(place.search) ?? wayBack(asked)
  if (back === undefined) sessionStorage.removeItem(kept)
  else sessionStorage.setItem(kept, `?back=${encodeURIComponent(back)}`)
}

/** Somebody has signed in where he or she wanted to be: there is no way back any more. */
export function forgetWayBack(): void {
  sessionStorage.removeItem(kept)
}

/** The way back that the address says, or that was kept; once. */
export function takeWayBack(search: string): string | undefined {
  const before = sessionStorage.getItem(kept) ?? ''
  sessionStorage.removeItem(kept)
  return wayBack(search) ?? wayBack(before)
}
