import { describe, expect, it } from 'vitest'
import { isAnswerKept, isKept, wayOf } from './keeping-rules.ts'

describe('What a browser keeps of a node', () => {
  it('asks the node alone for accounts, the desk and every interface but that of figures', () => {
    for (const path of [
      '/api/govern/account',
      '/api/cubesx',
      '/api/views',
      '/sdmx/2.1/data',
      '/es/account',
      '/fr/desk/publish/drafts',
    ]) {
      expect([path, wayOf(path, true)]).toEqual([path, 'node-alone'])
    }
  })

  it('takes a page from the node first, in every language', () => {
    for (const path of ['/es', '/en/', '/fr/countries/GTM', '/es/explorer']) {
      expect([path, wayOf(path, true)]).toEqual([path, 'page'])
    }
  })

  it('leaves what a script fetches from an address of a page to the node', () => {
    expect(wayOf('/en/countries/GTM', false)).toBe('node-alone')
  })

  it('takes files that never change from what is kept', () => {
    expect(wayOf('/assets/site-1a2b3c.css', false)).toBe('kept-first')
  })

  it('takes figures, the areas of maps and the frame they are drawn in from the node first', () => {
    for (const path of ['/api/cubes', '/api/cubes/movements/table', '/boundaries/world.json']) {
      expect([path, wayOf(path, false)]).toEqual([path, 'answer'])
    }
    // A file that is downloaded is opened as a page is, and belongs to whoever downloads it.
    expect(wayOf('/api/cubes/movements/table', true)).toBe('node-alone')
    for (const path of ['/es/explore', '/en/explore/movements', '/fr/embed/movements']) {
      expect([path, wayOf(path, true)]).toEqual([path, 'frame'])
    }
  })

  it('keeps figures that are the same for all, never those that were exact for one reader', () => {
    const table = '/api/cubes/movements/table'
    const json = 'application/json; charset=utf-8'
    expect(isAnswerKept(200, json, 'everybody', table)).toBe(true)
    expect(isAnswerKept(200, json, 'reader', table)).toBe(false)
    expect(isAnswerKept(200, json, null, table)).toBe(false)
    expect(isAnswerKept(429, json, 'everybody', table)).toBe(false)
    expect(isAnswerKept(200, 'text/csv', 'everybody', table)).toBe(false)
    expect(isAnswerKept(200, json, null, '/boundaries/world.json')).toBe(true)
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
