import type { CubeMeasure } from './cube.ts'
import { levelCodes, type CubeDomain } from './cube-domain.ts'
import { levelReference, type LevelReference } from './dimension-level.ts'
import { countsLinkedPersons, linkedPersonsSql } from './linked-persons.ts'
import { quoteName } from '../collect/index.ts'

/** A value of the key of a level, as the engine gives it and takes it. */
export type LevelKey = string | number | null

/** How one level is read from a source: grouped by `sql`, decoded afterwards, group by group. */
export interface LevelColumn {
  /** SQL over the rows of the source. */
  readonly sql: string
  /**
   * SQL over a group's key, where rows are grouped by something cheaper than the key proper: a
   * coded field as it lies there, its missing values named only once grouped.
   */
  readonly refine?: (key: string) => string
  /** SQL type of the keys, for a column of nulls. */
  readonly type: string
  readonly decode: (key: LevelKey) => string
  /** The key of a code; undefined where the source cannot hold it. */
  readonly encode: (code: string) => LevelKey | undefined
}

/** What a cube query reads: built cells or the facts themselves. */
export interface CubeSource {
  readonly relation: string
  level(reference: LevelReference): LevelColumn
  /** SQL of the measure, an aggregate over the rows of the source. */
  aggregate(measure: CubeMeasure): string
}

/** Smallest unsigned type that holds that many ordinals. */
export function ordinalType(codes: number): 'utinyint' | 'usmallint' | 'uinteger' {
  return codes <= 0x100 ? 'utinyint' : codes <= 0x10000 ? 'usmallint' : 'uinteger'
}

/** The column of a level in built cells. */
export function ordinalColumn(reference: LevelReference): string {
  return levelReference(reference.dimension, reference.depth).id
}

/** Built cells, or a roll-up of them: one column of ordinals per level, one column per measure. */
export function cellsSource(relation: string, domain: CubeDomain): CubeSource {
  return {
    relation,
    level(reference) {
      const codes = levelCodes(domain, reference.dimension.id, reference.depth)
      return {
        sql: quoteName(ordinalColumn(reference)),
        type: ordinalType(codes.length),
        decode: (key) => codes[Number(key)]!,
        encode(code) {
          const ordinal = codes.indexOf(code)
          return ordinal < 0 ? undefined : ordinal
        },
      }
    },
    aggregate(measure) {
      if (countsLinkedPersons(measure)) return linkedPersonsSql
      const { id, aggregate, field } = measure
      return aggregate === 'distinct'
        ? `count(distinct ${quoteName(field!)})`
        : `sum(${quoteName(id)})`
    },
  }
}

/** The key proper of a level, over rows. */
export function keySql({ sql, refine }: LevelColumn): string {
  return refine ? refine(sql) : sql
}
