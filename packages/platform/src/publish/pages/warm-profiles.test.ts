import { describe, expect, test } from 'vitest'
import type { Language } from '@caudal/methods/vocabulary'
import { warmProfiles } from './warm-profiles.ts'

/** Pages of countries that remember which were made; that of Belize cannot be. */
function site(codes: readonly string[]) {
  const made: string[] = []
  return {
    made,
    pages: {
      recorded: async () => [...codes],
      country: async (code: string, language: Language) => {
        made.push(`${code} ${language}`)
        if (code === 'BLZ') throw new Error('no figures')
        return undefined
      },
    },
  }
}

const atOnce = async (): Promise<void> => {}

describe('profiles that are made ready', () => {
  test('are those of every country with records, in every language, past one that fails', async () => {
    const { made, pages } = site(['BLZ', 'GTM'])
    const faults: unknown[] = []
    await warmProfiles(pages, new AbortController().signal, (fault) => faults.push(fault), atOnce)
    expect(made).toEqual(
      ['BLZ', 'GTM'].flatMap((code) => ['es', 'en', 'fr'].map((l) => `${code} ${l}`)),
    )
    expect(faults).toHaveLength(3)
  })

  test('are left where the node closes', async () => {
    const { made, pages } = site(['GTM', 'SLV'])
    const closing = new AbortController()
    await warmProfiles(
      pages,
      closing.signal,
      () => {},
      async () => {
        if (made.length === 2) closing.abort()
      },
    )
    expect(made).toEqual(['GTM es', 'GTM en'])
  })

  test('are sixty at most, and none where nobody knows the countries', async () => {
    const { made, pages } = site(Array.from({ length: 70 }, (_, i) => `C${i}`))
    await warmProfiles(pages, new AbortController().signal, () => {}, atOnce)
    expect(made).toHaveLength(60 * 3)
    const faults: unknown[] = []
    const unknown = { ...pages, recorded: () => Promise.reject(new Error('the register is away')) }
    await warmProfiles(unknown, new AbortController().signal, (fault) => faults.push(fault), atOnce)
    expect(made).toHaveLength(60 * 3)
    expect(faults).toHaveLength(1)
  })
})
