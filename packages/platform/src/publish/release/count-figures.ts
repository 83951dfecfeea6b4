import type { QueryAnswer } from '@caudal/methods/measure'
import {
  makeSelectedProgramme,
  type Figures,
  type MeasureKind,
  type Programme,
} from '@caudal/methods/protect'
import type { ResolvedTable } from '@caudal/methods/publish'
import { countSelected } from '../../protect/count-selected.ts'
import { codeDependencies } from './code-dependencies.ts'
import type { CubeFacts } from './cube-facts.ts'
import { cubeTrees, selectFigure, type FigureSelection } from './figure-selection.ts'
import { releaseRefusals } from './refusals.ts'

/** What is said of the records of a cube, once they are counted. */
export type ReadFacts = Omit<CubeFacts, 'engine' | 'answer'>

/** The figures of one cube, counted as one programme, so that what they share is one cell. */
export interface CountedFigures {
  readonly programme: Programme
  readonly figures: Figures
  readonly selected: ReadonlyMap<string, FigureSelection>
  readonly kind: MeasureKind
}

/** A cube of a release, with all that its figures are made of. */
export interface CountedCube {
  readonly facts: ReadFacts
  readonly tables: ReadonlyMap<string, ResolvedTable>
  readonly answers: ReadonlyMap<string, QueryAnswer>
  /** Absent where its figures are public as they are. */
  readonly counted?: CountedFigures
}

/** Counts the figures of a cube, while its records are open. */
export async function countFigures(
  { engine, answer, ...facts }: CubeFacts,
  tables: ReadonlyMap<string, ResolvedTable>,
): Promise<CountedCube> {
  const isPublic = facts.cube.protection === 'none'
  const counted = isPublic ? undefined : await countCells(facts, engine, tables)
  const answers = new Map<string, QueryAnswer>()
  for (const [figure, { query }] of tables) answers.set(figure, await answer(query))
  return { facts, tables, answers, ...(counted === undefined ? {} : { counted }) }
}

async function countCells(
  { cube, domain }: ReadFacts,
  engine: CubeFacts['engine'],
  tables: ReadonlyMap<string, ResolvedTable>,
): Promise<CountedFigures> {
  const trees = cubeTrees(cube, domain)
  const selected = new Map<string, FigureSelection>()
  for (const [figure, table] of tables) {
    if (table.query.measure !== cube.measures[0]) {
      throw releaseRefusals.refuse('figure-measure', { figure, measure: table.query.measure.id })
    }
    const selection = selectFigure(figure, table, trees, domain)
    if (selection.selection.axes.some(({ codes }) => codes.length === 0)) {
      throw releaseRefusals.refuse('figure-empty', { figure })
    }
    selected.set(figure, selection)
  }
  // trees of one dimension read the same field
  await engine.run(
    `create or replace temp view records_of_trees as
     select ${trees.fields.map((field, d) => `d${field} as t${d}`).join(', ')}, person, amount
     from records where counted`,
  )
  const selections = [...selected.values()].map(({ selection }) => selection)
  const dependencies = await codeDependencies(engine, cube, domain)
  const programme = makeSelectedProgramme(trees.dimensions, selections, dependencies)
  const figures = await countSelected(engine, programme, selections, 2, trees.recorded)
  const kind = { counts: cube.measures[0]!.aggregate === 'count', countsPersons: false }
  return { programme, figures, selected, kind }
}
