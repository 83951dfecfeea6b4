import { expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { tableOf } from '../explore/figure/testing-tables.ts'
import { loadWords } from '../words/catalogue.ts'
import { renderRelease } from './render-release.ts'
import { releaseWords } from './words.ts'

const modes = { id: 'mode', codes: ['air', 'land'] }
const hidden = {
  statuses: { 0: 'suppressed', 1: 'suppressed' },
  rowTotals: null,
  columnTotals: null,
  grandTotal: null,
} as const

test('of a table of which all is hidden the page says so in words, and keeps its files', async () => {
  for (const language of languages) {
    const figures = [
      {
        id: 'all',
        timeIds: [],
        isReleased: true,
        result: tableOf([modes], [], [null, null], hidden),
      },
      {
        id: 'some',
        timeIds: [],
        isReleased: true,
        result: tableOf([modes], [], [null, 7], { ...hidden, statuses: { 0: 'suppressed' } }),
      },
    ]
    const page = renderRelease(
      { id: 'a-v1', language, title: 'A', synthetic: false, figures, world: undefined },
      await loadWords(language),
    )
    const [, all = '', some = ''] = page.split('<section aria-labelledby')
    expect(all).toContain(releaseWords[language].nothingShown)
    expect(all).not.toContain('<table')
    expect(all).not.toContain('⊘')
    expect(all).toContain('href="all.csv"')
    expect(some).not.toContain(releaseWords[language].nothingShown)
    expect(some).toContain('<table')
    // bars say of what is hidden that it is, and not that it may be missing
    expect(some).toContain(`>${releaseWords[language].hidden}</text>`)
  }
})
