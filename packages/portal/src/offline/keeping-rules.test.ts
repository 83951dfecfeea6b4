import { describe, expect, it } from 'vitest'
import { isKept, wayOf } from './keeping-rules.ts'

describe('What a browser keeps of a node', () => {
  it('asks the node alone for the interfaces, accounts and the desk', () => {
    for (const path of ['/api/cubes', '/sdmx/2.1/data', '/es/account', '/fr/desk/publish/drafts']) {
      expect([path, wayOf(path, true)]).toEqual([path, 'node-alone'])
    }
  })

  it('takes a page from the node first, in every language', () => {
    for (const path of ['/es', '/en/', '/fr/countries/GTM', '/es/explore/movements']) {
      expect([path, wayOf(path, true)]).toEqual([path, 'page'])
    }
  })

  it('leaves what a script fetches from an address of a page to the node', () => {
    expect(wayOf('/en/countries/GTM', false)).toBe('node-alone')
  })

  it('takes files that never change from what is kept', () => {
    expect(wayOf('/assets/site-1a2b3c.css', false)).toBe('kept-first')
    expect(wayOf('/boundaries/world.json', false)).toBe('node-alone')
  })

  it('keeps pages that the node calls public', () => {
    expect(isKept(200, 'text/html; charset=utf-8', 'public, no-cache')).toBe(true)
  })

  it('keeps no refusal, no file, no empty frame, and nothing that is for one reader', () => {
    expect(isKept(404, 'text/html', 'public, no-cache')).toBe(false)
    expect(isKept(200, 'application/pdf', 'public')).toBe(false)
    expect(isKept(200, 'text/html', 'no-cache')).toBe(false)
    expect(isKept(200, 'text/html', 'private, no-cache')).toBe(false)
    expect(isKept(200, 'text/html', 'no-store')).toBe(false)
  })
})
