import { expect, test } from 'vitest'
import { signInAddress, wayBack } from './way-back.ts'

test('whoever signs in comes back to the page, with all that its address says', () => {
  const place = { pathname: '/es/explore/movements', search: '?rows=sex&where=a:b;c:d', hash: '#t' }
  const address = signInAddress('es', place)
  expect(address.startsWith('/es/account?back=')).toBe(true)
  expect(wayBack(address.slice(address.indexOf('?')))).toBe(
    '/es/explore/movements?rows=sex&where=a:b;c:d#t',
  )
  const account = { pathname: '/es/account', search: '?back=%2Fes%2Fdesk', hash: '' }
  expect(signInAddress('es', account)).toBe('/es/account')
})

test('an address leads nobody from the page to sign in to another site', () => {
  for (const back of [
    'https://elsewhere.example/es/',
    '//elsewhere.example/es/',
    '/\\elsewhere.example/es/',
    '/es/\\elsewhere.example',
    '/es/\n/elsewhere.example',
    'javascript:alert(1)',
    '/api/govern/account',
    '/es/account',
    '',
  ]) {
    expect([back, wayBack(`?back=${encodeURIComponent(back)}`)]).toEqual([back, undefined])
  }
  expect(wayBack('')).toBeUndefined()
})
