import { describe, expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { readShown } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const person = (id: string) => publisherOf('SLV', id)
const [ana, bea] = [person('Ana'), person('Bea')]

/**
 * SYNTHETIC permits of one month: two women are refused. What hides them cheapest is different in each cube: the
 * pending in that of permits, the granted in that of events.
 */
const counts = [
  ['granted', 'F', 40],
  ['granted', 'M', 60],
  ['pending', 'F', 30],
  ['pending', 'M', 50],
  ['refused', 'F', 2],
  ['refused', 'M', 20],
] as const

const permits = counts
  .map(
    ([decision, sex, n]) => `select 'SLV' as country, '${decision}' as decision, '${sex}' as sex,
      date '2019-03-11' as recorded_on, date '2019-03-01' as applied_on,
      ${decision === 'pending' ? 'null::date' : `date '2019-03-11'`} as decided_on,
      'first' as procedure, ${{ granted: 1900, pending: 1960, refused: 2010 }[decision]} + i as birth_year
      from range(${n}) as drawn(i)`,
  )
  .join(' union all ')

const held = 'where=country:SLV;time.month:2019-03'
const byDecision = {
  id: 'by-decision',
  cube: 'permits',
  table: `rows=sex&columns=decision&${held}`,
}
const byEvent = { id: 'by-event', cube: 'permit-events', table: `rows=sex&columns=event&${held}` }

const planOf = (series: string, figures: readonly (typeof byDecision)[]) => ({
  series,
  title: { es: 'Permisos', en: 'Permits', fr: 'Titres' },
  rules: { threshold: 3 },
  figures,
})

async function withPermits(work: (node: CaudalNode) => Promise<void>): Promise<void> {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'permit', dataset: 'a', synthetic: true, sql: permits })
    await work(node)
  })
}

/** What a release shows: figures by sex and column, totals too, and nothing of those that it hides. */
function read(node: CaudalNode, id: string, figure: string): Map<string, number> {
  const tables = readShown(node, id).flatMap((shown) => shown.tables)
  const { dimensions, rows } = tables.find(({ name }) => name === figure)!
  const [sex, column] = ['sex', figure === 'by-event' ? 'event' : 'decision'].map((name) =>
    dimensions.indexOf(name),
  )
  return new Map(
    rows.flatMap(({ codes, value, hidden }) =>
      hidden === true ? [] : [[`${codes[sex!]} ${codes[column!]}`, value] as const],
    ),
  )
}

/** What anybody works out of both: women refused are those whose events are neither applications nor grants. */
function refusedWomen(ofPermits: Map<string, number>, ofEvents: Map<string, number>) {
  const granted = ofEvents.get('F granted') ?? ofPermits.get('F granted')
  const [all, applied] = [ofEvents.get('F _T'), ofEvents.get('F applied')]
  const isTold = granted !== undefined && all !== undefined && applied !== undefined
  return isTold ? all - applied - granted : undefined
}

describe('permits and their events', () => {
  test('that are safe one by one give nobody away together, in two releases', async () => {
    await withPermits(async (node) => {
      const service = createReleaseService(node)
      const first = await service.draft(ana, planOf('permits', [byDecision]))
      await service.approve(bea, first.id)
      await service.publish(bea, first.id)
      const second = await service.draft(ana, planOf('events', [byEvent]))
      expect(second.findings[0]!.ledger).toMatchObject({
        releases: [],
        tied: [{ release: first.id, cube: 'permits' }],
      })
      expect(second.findings[0]!.ledger.cells).toBeGreaterThan(0)
      expect(second.findings[0]!.ledger.notAttackedWith).toBeUndefined()
      await service.approve(bea, second.id)
      await service.publish(bea, second.id)
      const ofPermits = read(node, first.id, 'by-decision')
      const ofEvents = read(node, second.id, 'by-event')
      expect(ofPermits.get('F granted')).toBe(40)
      expect(ofPermits.has('F refused')).toBe(false)
      expect(ofEvents.has('F refused')).toBe(false)
      expect(refusedWomen(ofPermits, ofEvents)).toBeUndefined()
      // and it is not hidden whole
      expect(ofEvents.get('F granted')).toBe(40)
      expect(await service.verify(ana, second.id)).toMatchObject({ outcome: 'verified' })
    })
  })

  test('give nobody away in one release, in which they are protected as one problem', async () => {
    await withPermits(async (node) => {
      const service = createReleaseService(node)
      const { id, findings } = await service.draft(ana, planOf('both', [byDecision, byEvent]))
      expect(findings.map(({ together }) => together)).toEqual([['permit-events'], ['permits']])
      expect(findings.map(({ ledger }) => ledger.tied)).toEqual([
        [{ release: id, cube: 'permit-events' }],
        [{ release: id, cube: 'permits' }],
      ])
      expect(findings.map(({ coarsened }) => coarsened)).toEqual([undefined, undefined])
      await service.approve(bea, id)
      await service.publish(bea, id)
      const ofPermits = read(node, id, 'by-decision')
      const ofEvents = read(node, id, 'by-event')
      expect(refusedWomen(ofPermits, ofEvents)).toBeUndefined()
      // what either hides beside the refused is hidden in both, or in neither
      expect(ofPermits.has('F granted')).toBe(ofEvents.has('F granted'))
      expect(await service.verify(ana, id)).toMatchObject({ outcome: 'verified' })
    })
  })

  test('drafted side by side are attacked together when the second is approved', async () => {
    await withPermits(async (node) => {
      const service = createReleaseService(node)
      const first = await service.draft(ana, planOf('permits', [byDecision]))
      const second = await service.draft(ana, planOf('events', [byEvent]))
      await service.approve(bea, first.id)
      await expect(service.approve(bea, second.id)).rejects.toMatchObject({ code: 'release.opens' })
    })
  })

  test('of one person more are hidden where the other cube showed what was before', async () => {
    await withPermits(async (node) => {
      const service = createReleaseService(node)
      const first = await service.draft(ana, planOf('permits', [byDecision]))
      await service.approve(bea, first.id)
      await service.publish(bea, first.id)
      const late = {
        country: 'SLV',
        decision: 'granted',
        procedure: 'first',
        sex: 'F',
        birth_year: 1890,
        recorded_on: '2019-03-12',
        decided_on: '2019-03-12',
        applied_on: '2019-02-01',
      }
      await receiveFacts(node, { recordType: 'permit', dataset: 'b', records: [late] })
      const second = await service.draft(ana, planOf('events', [byEvent]))
      await service.approve(bea, second.id)
      await service.publish(bea, second.id)
      const ofEvents = read(node, second.id, 'by-event')
      expect(ofEvents.has('F granted')).toBe(false)
      expect(await service.verify(ana, second.id)).toMatchObject({ outcome: 'verified' })
    })
  })
})
