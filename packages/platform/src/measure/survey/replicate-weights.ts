import type { ReplicateMethod } from '@caudal/methods/measure/survey'
import { openPlainFile } from '../../collect/plain-csv/plain-csv.ts'
import type { PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { readNumber } from './read-number.ts'
import { sampleRefusals } from './refusals.ts'

export const replicateKinds = ['brr', 'fay', 'jk1', 'bootstrap', 'scaled'] as const

export type ReplicateKind = (typeof replicateKinds)[number]

/** What is said of the replicate weights of a sample. */
export interface ReplicateColumns {
  readonly strata?: string | undefined
  readonly cluster?: string | undefined
  readonly population?: string | undefined
  /** What the names of their columns begin with; a number follows. */
  readonly replicates?: string | undefined
  readonly replicateMethod?: ReplicateKind | undefined
  readonly rho?: string | undefined
  /** Factors of the squared deviations, parted by commas. */
  readonly scale?: string | undefined
}

export interface Replicated {
  readonly columns: readonly string[]
  readonly method: ReplicateMethod
}

/**
 * The columns of the replicate weights of a file, in the order of their numbers, and how they were
 * made; undefined where none are asked for. A sample has either replicates or a design: both would be
 * two answers to one question.
 *
 * @throws Refusal `measure.replicates-missing`, `measure.replicates-unclear`
 */
export async function findReplicates(
  path: string,
  given: ReplicateColumns,
): Promise<Replicated | undefined> {
  const { replicates: prefix, replicateMethod: kind } = given
  if (prefix === undefined) {
    const stray = (['replicateMethod', 'rho', 'scale'] as const).find((key) => given[key])
    if (stray !== undefined) throw unclear('--replicates')
    return undefined
  }
  if (kind === undefined) throw unclear('--replicate-method')
  if (given.strata ?? given.cluster ?? given.population) {
    throw unclear('--strata, --cluster, --population')
  }
  const { header } = await openPlainFile(path, [])
  const columns = header
    .filter((column) => column.startsWith(prefix) && /^\d+$/.test(column.slice(prefix.length)))
    .toSorted((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))
  if (columns.length < 2) {
    throw sampleRefusals.refuse('replicates-missing', { prefix, columns: header.join(', ') })
  }
  return { columns, method: methodOf(kind, given, columns.length) }
}

function methodOf(kind: ReplicateKind, given: ReplicateColumns, count: number): ReplicateMethod {
  if (given.rho !== undefined && kind !== 'fay') throw unclear('--rho')
  if (given.scale !== undefined && kind !== 'scaled') throw unclear('--scale')
  if (kind === 'fay') {
    const rho = Number(given.rho ?? Number.NaN)
    if (!(rho >= 0 && rho < 1)) throw unclear('--rho')
    return { kind, rho }
  }
  if (kind === 'scaled') {
    const scales = (given.scale ?? '').split(',').map((text) => Number(text.trim() || Number.NaN))
    const fits = scales.every((scale) => scale > 0 && Number.isFinite(scale))
    if (!fits || (scales.length !== 1 && scales.length !== count)) throw unclear('--scale')
    return { kind, scales }
  }
  return { kind }
}

/** Sets of weights, one for each replicate. `[replicates][respondents]` */
export function readReplicates(rows: readonly PlainRow[], { columns, method }: Replicated) {
  const weights = columns.map((column) =>
    Float64Array.from(rows, (row) => readNumber(row, column, 'needed')),
  )
  return { weights, method }
}

const unclear = (problem: string) => sampleRefusals.refuse('replicates-unclear', { problem })
