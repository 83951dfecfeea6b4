import { createHmac } from 'node:crypto'
import { getRecordType, quoteName, quoteText } from '@caudal/methods/collect'
import {
  cellMeasures,
  cellsSource,
  conditionSql,
  countsLinkedPersons,
  knownColumn,
  levelCodes,
  personCellsSql,
  personColumn,
  readParquet,
  recordsColumn,
  type Cube,
  type CubeMeasure,
  type FactsSource,
  type FixedCells,
  type KeyedFigure,
} from '@caudal/methods/measure'
import {
  nodeSecret,
  type CaudalNode,
  type IncomingCubeBuild,
  type LakeEngine,
} from '../store/index.ts'
import type { RollUpPart } from './cube-manifest.ts'
import type { TableWanted } from './cube-tables.ts'
import type { OpenCube } from './open-cube.ts'
import { largestShareOfOne, mostRecordsOfOne, type PersonsOfRecords } from './persons-of-records.ts'
import { parquetOptions, type LevelJoins } from './roll-up-files.ts'
import { keptLevels, locateIn, partPaths, rollUpRelation } from './roll-up-relation.ts'

/**
 * Writes who is in the cells of a cube of persons: one row per combination of finest codes and person,
 * with the ordinals of every level. Persons are known by the first 64 bits of HMAC-SHA-256 of who they
 * are, under a secret of the node, so that they are the same in every cube and every build; the first
 * 32 of them are the key of the person.
 *
 * @param persons how the persons of the facts are told apart
 * @param extension number of the part, where batches are added to a build
 * @see RFC 2104, section 2
 */
export async function writePersonCells(
  node: CaudalNode,
  lake: LakeEngine,
  cube: Cube,
  facts: FactsSource,
  { joins, columns, order }: LevelJoins,
  build: IncomingCubeBuild,
  persons: PersonsOfRecords,
  extension = 0,
): Promise<RollUpPart> {
  const recordType = getRecordType(cube.recordType)
  const name = `keyed-persons-${extension}.parquet`
  const path = build.pathOf(name)
  const secret = await nodeSecret(node, 'cell keys')
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const block = Buffer.alloc(64, pad)
    secret.forEach((byte, at) => (block[at]! ^= byte))
    return block.toString('hex')
  })
  await lake.run(
    `create temp table person_cells as ${personCellsSql(cube, recordType, { ...facts, relation: persons.relation }, persons.person)}`,
  )
  await lake.run(
    `create temp table person_keys as
     select ${personColumn} as who, ${persons.knownOf(personColumn)} as ${knownColumn},
       ('0x' || substr(sha256(from_hex($2) || from_hex(sha256(from_hex($1) || encode(${personColumn}::varchar)))), 1, 16))::ubigint as ${personColumn}
     from (select distinct ${personColumn} from person_cells)`,
    [inner!, outer!],
  )
  const measures = [recordsColumn, ...cellMeasures(cube).map(({ id }) => id)].map(
    (id) => `cell.${quoteName(id)}`,
  )
  const person = `person_keys.${personColumn}`
  const known = `person_keys.${knownColumn}`
  await lake.run(
    `copy (select ${[...columns, person, known, ...measures].join(', ')}
     from person_cells as cell ${joins.join(' ')}
     join person_keys on person_keys.who = cell.${personColumn}
     order by ${[...order, person].join(', ')}) to ${quoteText(path)} ${parquetOptions}`,
  )
  const [counted] = await lake.rows<{ rows: number }>(
    `select count(*) as rows from ${readParquet([path])}`,
  )
  await lake.run('drop table person_cells')
  await lake.run('drop table person_keys')
  return { name, rows: counted!.rows }
}

/** The key of a person as the engine reckons it, for whoever checks it. */
export function personKey(secret: Buffer, person: string): number {
  return createHmac('sha256', secret).update(person).digest().readUInt32BE(0)
}

/** Person cells as a table of the engine. */
export function personTable(node: CaudalNode, { cube, build, manifest }: OpenCube): TableWanted {
  const keyed = manifest.keyed!
  const values = [
    personColumn,
    knownColumn,
    recordsColumn,
    ...cellMeasures(cube).map(({ id }) => id),
  ]
  return {
    key: partPaths(build, keyed).join(' '),
    relation: rollUpRelation(cube, manifest, keyed, locateIn(node, build), values),
    rows: keyed.rows,
    columns: keptLevels(cube, keyed.point).length + values.length,
  }
}

/** A cell of a fixed hypercube: its codes along the axes, the pair of count and key, the figure. */
export interface PersonCell extends KeyedFigure {
  readonly codes: readonly string[]
  /** Distinct persons that are not counted, for the records of a country are not linked. */
  readonly isMissing?: true
}

/**
 * SQL of fixed cells: `a0`, `a1`, … (ordinals along the axes), `persons`, `key`, `v`, `largest`, `loose`
 * (whether different persons may go for one). Of linked persons those are counted whom linkage found, with
 * their keys alone, so that the same persons have the same noise in every cube.
 */
function personCellsQuery(
  relation: string,
  { cube, manifest }: OpenCube,
  { axes, held }: FixedCells,
  measure: CubeMeasure,
): { sql: string; parameters: (string | number)[] } {
  const source = cellsSource(relation, manifest.domain)
  const parameters: (string | number)[] = []
  const conditions = [
    ...axes
      .filter(
        ({ reference: { dimension, depth }, codes }) =>
          codes.length < levelCodes(manifest.domain, dimension.id, depth).length,
      )
      .map(({ reference, codes }) => ({ reference, codes })),
    ...held.map(({ reference, code }) => ({ reference, codes: [code] })),
  ].map((condition) => conditionSql(condition, source, parameters))
  const keys = axes.map((_, at) => `a${at}`)
  const named = axes.map(({ reference }, at) => `${source.level(reference).sql} as a${at}`)
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
  const group = keys.length > 0 ? ` group by ${keys.join(', ')}` : ' having count(*) > 0'
  const isLinkage = countsLinkedPersons(measure)
  // Where there is no figure of persons, there seem to be as many as of the first measure.
  const counts = measure === cube.measures[0] || isLinkage
  const least = `greatest(count(*), ceil(sum(${isLinkage ? 'records' : 'v'}) / ${mostRecordsOfOne}))`
  // Distinct persons: each is one in every cell.
  const figure =
    measure.aggregate === 'distinct' ? '1' : `coalesce(sum(${quoteName(measure.id)}), 0)`
  return {
    parameters,
    sql: `select ${[...keys, ''].join(', ')}
      ${counts ? `case when bool_or(loose) then ${least} else count(*) end` : 'count(*)'}::bigint as persons,
      (sum(person >> 32) % 4294967296)::ubigint as key, sum(v)::double as v,
      (case when bool_or(loose) then least(max(v), ${largestShareOfOne}) else max(v) end)::double as largest,
      bool_or(loose) as loose
    from (
      select ${[...named, ''].join(', ')}${personColumn} as person, ${figure} as v,${isLinkage ? ` sum(${recordsColumn}) as records,` : ''}
        ${knownColumn} is null as loose
      from ${relation}${where}
      group by ${[...keys, 'person', 'loose'].join(', ')}${isLinkage ? ` having coalesce(max(${knownColumn}), 1) = 1` : ''}
    )${group}`,
  }
}

/** Counts the distinct persons of fixed cells, with the sum of their keys and one of their measures. */
export async function countPersonCells(
  lake: LakeEngine,
  relation: string,
  open: OpenCube,
  fixed: FixedCells,
  measure: CubeMeasure,
): Promise<PersonCell[]> {
  const { sql, parameters } = personCellsQuery(relation, open, fixed, measure)
  const rows = await lake.rows<Record<string, number | bigint | boolean>>(sql, parameters)
  const isLinkage = countsLinkedPersons(measure)
  const levels = fixed.axes.map(({ reference: { dimension, depth } }) =>
    levelCodes(open.manifest.domain, dimension.id, depth),
  )
  return rows.map((row) => ({
    codes: levels.map((codes, at) => codes[Number(row[`a${at}`])]!),
    persons: Number(row['persons']),
    key: Number(row['key']),
    value: Number(row['v']),
    largest: Number(row['largest']),
    ...(isLinkage && row['loose'] === true && { isMissing: true as const }),
  }))
}
