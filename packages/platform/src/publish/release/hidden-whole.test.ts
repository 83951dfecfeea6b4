import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { readReleaseFile } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('SLV')

/** SYNTHETIC crossings of one month, nearly all of them by one of four commuters. */
const crossings = `select 'SLV' as country, date '2019-03-01' + (i % 31)::integer as crossed_on,
    'arrival' as direction, if(i % 2 = 0, 'air', 'land') as mode, 'F' as sex,
    if(i < 97, 1950, 1854 + i) as birth_year from range(100) as drawn(i)`

test('a figure of which nothing can be shown is one in every file: words on the page, hidden cells elsewhere', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'a', sql: crossings })
    const service = createReleaseService(node)
    const table = 'rows=mode&columns=sex&where=country:SLV;time:2019-03'
    const { id } = await service.draft(ana, {
      series: 'modes',
      title: { es: 'Vías', en: 'Modes', fr: 'Voies' },
      rules: { threshold: 3, pPercent: 10 },
      figures: [{ id: 'by-mode', cube: 'movements', table }],
    })
    const file = (name: string) => readReleaseFile(node, id, name)!.toString()
    const page = file('es/index.html')
    expect(page).toContain('De esta tabla no se puede mostrar ninguna cifra')
    expect(page).not.toContain('<table')
    expect(page).toContain('href="by-mode.csv"')
    const { value, note } = JSON.parse(file('es/by-mode.json')) as {
      value: Record<string, number | null>
      note: readonly string[]
    }
    expect(new Set(Object.values(value))).toEqual(new Set([null]))
    expect(note.at(-1)).toContain('De esta tabla no se puede mostrar ninguna cifra')
    expect(file('en/by-mode.csv').match(/,suppressed,/g)!.length).toBeGreaterThanOrEqual(2)
    const observations = file('sdmx/by-mode.csv').trim().split('\r\n').slice(1)
    expect(observations.every((line) => line.includes(',,Q,C,'))).toBe(true)
    expect(await service.verify(ana, id)).toMatchObject({ outcome: 'verified' })
  })
}, 60_000)
