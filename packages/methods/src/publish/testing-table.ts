import { getCodeList } from '../vocabulary/code-lists/index.ts'
import type { Language } from '../vocabulary/index.ts'
import {
  cellsSource,
  compileCubeQuery,
  cubeDomain,
  findCube,
  type CubeDomain,
} from '../measure/index.ts'
import {
  openPeriods,
  parseTableSpec,
  resolveTable,
  shapeTable,
  undecidedQuery,
  type Inhabitants,
  type RecordedPeriods,
  type TableProvenance,
  type TableResult,
} from './index.ts'

/** A cell of a test cube: codes by dimension, and its value. */
export type TestCell = Readonly<Record<string, string | number | null>>

const lists = new Map(
  [
    'countries',
    'regions',
    'sex',
    'direction',
    'mode',
    'purpose',
    'border-posts',
    'measures',
    'migration-criteria',
    'residence-outcomes',
    'age-groups',
    'nz-regions',
    'nz-citizenship-groups',
  ].map((id) => [id, getCodeList(id)]),
)

export const testProvenance: TableProvenance = {
  snapshot: '0123456789abcdef',
  updatedOn: '2026-01-31',
  synthetic: false,
  observed: true,
  stale: false,
  sources: [
    {
      owner: 'Office',
      title: 'Records',
      licence: 'CC BY 4.0',
      citation: 'Office (2020), Records.',
    },
  ],
  records: 100,
  repeats: 0,
  rejected: 0,
  leftOut: [],
  setAside: { records: 0, parts: [] },
}

/** A small cube in memory, answered by plain loops: what an engine answers must equal this. */
export function testCube(cubeId: string, cells: readonly TestCell[]) {
  const cube = findCube(cubeId)!
  const occurring = Object.fromEntries(
    cube.dimensions.map(({ id }) => [
      id,
      [...new Set(cells.map((cell) => String(cell[id] ?? '_U')))],
    ]),
  )
  const domain = cubeDomain(cube, occurring, lists)
  const resolve = (query: string) =>
    resolveTable(cube, parseTableSpec(parametersOf(query)), domain, lists, 1000)
  return {
    cube,
    domain,
    lists,
    resolve,
    table(
      query: string,
      language: Language = 'en',
      provenance: Partial<TableProvenance> = {},
      recorded?: RecordedPeriods,
      inhabitants?: Inhabitants,
    ): TableResult {
      const table = resolve(query)
      const answer = answerFrom(domain, cells, table.query)
      const companion = table.calculation?.companion
      const undecided = undecidedQuery(cube)
      return shapeTable({
        ...(companion && { companion: answerFrom(domain, cells, companion) }),
        cube,
        table,
        answer,
        domain,
        recorded,
        open: undecided && openPeriods(cube, answerFrom(domain, cells, undecided)),
        inhabitants,
        lists,
        language,
        provenance: { ...testProvenance, ...provenance },
      })
    },
  }
}

function answerFrom(
  domain: CubeDomain,
  cells: readonly TestCell[],
  query: ReturnType<typeof resolveTable>['query'],
) {
  const codeAt = (cell: TestCell, id: string, depth: number): string => {
    const levels = domain[id]!
    const ordinal = levels[0]!.codes.indexOf(String(cell[id] ?? '_U'))
    return levels[depth]!.codes[levels[depth]!.of[ordinal]!]!
  }
  const source = cellsSource('cells', domain)
  const groups = new Map<string, Record<string, unknown>>()
  for (const cell of cells) {
    const kept = query.where.every(({ reference, codes }) =>
      codes.includes(codeAt(cell, reference.dimension.id, reference.depth)),
    )
    if (!kept) continue
    const row: Record<string, unknown> = {}
    for (const [letter, references] of [
      ['r', query.rows],
      ['c', query.columns],
    ] as const) {
      references.forEach((reference, index) => {
        const code = codeAt(cell, reference.dimension.id, reference.depth)
        row[`${letter}${index}`] = source.level(reference).encode(code)
      })
    }
    const key = JSON.stringify(row)
    const known = groups.get(key) ?? { ...row, v: null }
    const value = (cell[query.measure.id] ?? cell['value'] ?? null) as number | null
    if (value !== null) known['v'] = Number(known['v'] ?? 0) + value
    groups.set(key, known)
  }
  return compileCubeQuery(query, source, groups.size).read([...groups.values()])
}

/** The parameters of a query, without a browser or a server to read them. */
function parametersOf(query: string): [name: string, value: string][] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', value = ''] = part.split(/=(.*)/s)
      return [name, decodeURIComponent(value)]
    })
}
