import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { protectMicrodata } from '../../packages/platform/src/protect/service.ts'
import { cheapestPattern } from './cheapest-pattern.ts'
import {
  knowledgeOf,
  knowsZeros,
  OutsideAttacker,
  type Knowledge,
  type OutsideView,
  publicKnowledge,
  readFolder,
} from './outside-attacker.ts'
import { drawRecords, recordsCsv, type RandomRecords } from './random-records.ts'
import { requirementsOf } from './requirements.ts'

// CAUDAL_RELEASES=1000 attacks a thousand of them.
const releases = Number(process.env['CAUDAL_RELEASES'] ?? 24)
const largest = releases > 24 ? 260 : 110

let attacker: OutsideAttacker

beforeAll(async () => {
  attacker = await OutsideAttacker.load()
})

/** Protects a release as its owner would, file by file, and reads back what was written. */
async function protect(release: RandomRecords): Promise<OutsideView> {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-outside-'))
  try {
    for (const [column, text] of Object.entries(release.hierarchies)) {
      writeFileSync(join(folder, `${column}.csv`), text)
    }
    writeFileSync(join(folder, 'records.csv'), recordsCsv(release))
    writeFileSync(join(folder, 'spec.json'), JSON.stringify(release.spec))
    const out = join(folder, 'out')
    await protectMicrodata(join(folder, 'records.csv'), join(folder, 'spec.json'), out)
    return readFolder(out, release)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cellsUpTo(release: RandomRecords): number {
  const sizes = release.columns.map((column, d) => {
    const codes = new Set(release.records.map((record) => record.codes[d]!)).size
    return { column, codes: codes + 1 + (release.hierarchies[column] === undefined ? 0 : 2) }
  })
  const size = (column: string) => sizes.find((each) => each.column === column)!.codes
  return release.spec.tables.reduce(
    (sum, table) => sum + table.reduce((product, column) => product * size(column), 1),
    0,
  )
}

/** Whether it counts persons by the threshold alone, in so few cells that the optimum can be proved. */
function isSmallCount(release: RandomRecords): boolean {
  const { measure, primary } = release.spec
  return 'count' in measure && primary.group === undefined && cellsUpTo(release) <= 44
}

function hiddenIn(view: OutsideView): Set<string> {
  return new Set(
    [...view.cells.values()].flatMap(({ key, shown }) => (shown === undefined ? [key] : [])),
  )
}

/** The public, whoever reasons that zeros are shown, and every person alone in a hidden cell. */
function attackersOf(view: OutsideView, release: RandomRecords): Map<string, Knowledge> {
  const attackers = new Map<string, Knowledge>([['the public', publicKnowledge]])
  const counts = 'count' in release.spec.measure
  if (counts && release.spec.primary.group === undefined)
    attackers.set('who reads zeros', knowsZeros)
  for (const key of hiddenIn(view)) {
    const { parts } = view.cells.get(key)!
    if (parts.size === 1)
      for (const person of parts.keys()) attackers.set(person, knowledgeOf(person))
  }
  return attackers
}

describe('a stranger who has the files of a release', () => {
  test(
    'finds no sensitive cell too narrow, as the public or as one of the persons',
    async () => {
      let attacked = 0
      for (let seed = 1; seed <= releases; seed += 1) {
        const release = drawRecords(seed)
        if (cellsUpTo(release) > largest) continue
        const view = await protect(release)
        const hidden = hiddenIn(view)
        const wanted = requirementsOf(view, release)
        for (const [who, knows] of attackersOf(view, release)) {
          const open = attacker.open(view, hidden, knows)
          for (const { key, reach } of wanted) {
            const cell = view.cells.get(key)!
            // whoever has a part in a cell is not protected from themselves
            if (cell.parts.has(who)) continue
            const high = open.optimise(new Map([[key, 1]]), true)
            const low = open.optimise(new Map([[key, 1]]), false)
            const found = { seed, who, key, low, high }
            expect(found).toSatisfy(() => cell.status === 'primary' && high >= reach && low < high)
            attacked += 1
          }
          open.close()
        }
      }
      expect(attacked).toBeGreaterThan(100)
    },
    60_000 + releases * 20_000,
  )

  test('finds no pattern of persons that is as safe and much cheaper', async () => {
    let cost = 0
    let least = 0
    let compared = 0
    for (let seed = 1; compared < 8; seed += 1) {
      const release = drawRecords(seed)
      if (!isSmallCount(release)) continue
      const view = await protect(release)
      const hidden = hiddenIn(view)
      if (hidden.size === 0) continue
      const weight = (key: string) => view.cells.get(key)!.truth
      const best = await cheapestPattern(
        attacker,
        view,
        requirementsOf(view, release),
        [...attackersOf(view, release).values()],
        weight,
        20_000,
      )
      expect(best, `the cheapest pattern of release ${seed}`).toBeDefined()
      const own = [...hidden].reduce((sum, key) => sum + weight(key), 0)
      expect(own / best!.cost, `release ${seed}`).toBeLessThanOrEqual(1.2)
      cost += own
      least += best!.cost
      compared += 1
    }
    expect(cost / least).toBeLessThanOrEqual(1.05)
  })
})
