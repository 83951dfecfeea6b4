import { maxTableCells } from '@caudal/methods/publish'
import type { CubeQuery, LevelReference } from '@caudal/methods/measure'
import type { Asker, ShownFigures } from '../measure/shown-figures.ts'
import { foreseeGroups, maxGroups, type CubeReader, type OpenCube } from '../measure/service.ts'
import { isOfPersons, type Shield } from '../protect/perturbed/shield.ts'
import type { CaudalNode } from '../store/index.ts'
import { askerOf, type QueryBudget } from './perturbed/query-budget.ts'
import { readsExactly } from './exact-figures.ts'
import { publishRefusals } from './refusals.ts'

interface ShownFiguresParts {
  readonly node: CaudalNode
  readonly reader: CubeReader
  readonly shield: Shield
  readonly budget: QueryBudget
  readonly noteFigures: (who: Asker['reader'], open: OpenCube) => Promise<void>
}

/** Single questions to cubes, under the rules that tables are under: entitlement, shield, budget, log. */
export function createShownFigures(parts: ShownFiguresParts): ShownFigures {
  const { node, reader, shield, budget, noteFigures } = parts
  const noted = new WeakMap<Asker, Set<string>>()
  // One asker may ask several things of a cube for one page: that is one reading.
  const note = async (asker: Asker, open: OpenCube) => {
    const cubes = noted.get(asker) ?? new Set()
    noted.set(asker, cubes)
    if (cubes.has(open.cube.id)) return
    cubes.add(open.cube.id)
    await noteFigures(asker.reader, open)
  }
  return {
    open: (cube) => reader.open(cube),
    async ask(asker, open, query) {
      if (foreseeGroups(open, query) > maxGroups) {
        throw publishRefusals.refuse('table-too-large', { limit: maxTableCells })
      }
      const ofPersons = isOfPersons(open)
      if (!ofPersons) return { answer: await reader.answer(open, query), regime: 'none' }
      if (readsExactly(await asker.reader(), open, () => [query])) {
        await note(asker, open)
        return { answer: await reader.answer(open, query), regime: 'unprotected' }
      }
      if (asker.from !== undefined) {
        const who = await askerOf(node, await asker.reader(), asker.from)
        await budget.spend(who, `${open.version}\n${questionText(query)}`)
      }
      const answer = await shield.answer(open, query)
      return { answer, regime: open.cube.protection === 'release' ? 'release' : 'perturbed' }
    },
  }
}

/** A question in words of its own, the same for the same question. */
function questionText({ measure, rows, columns, where }: CubeQuery): string {
  const ids = (references: readonly LevelReference[]) => references.map(({ id }) => id)
  const held = where.map(({ reference, codes }) => [reference.id, ...codes])
  return JSON.stringify([measure.id, ids(rows), ids(columns), held])
}
