import type {
  CodeLists,
  Cube,
  CubeDomain,
  LinkedRecords,
  QualityFigures,
  QueryAnswer,
} from '../measure/index.ts'
import type { Language } from '../vocabulary/index.ts'
import type { Inhabitants } from './rates.ts'
import type { OpenPeriods } from './open-periods.ts'
import type { RecordedPeriods } from './recorded-periods.ts'
import type { ResolvedTable } from './resolve-table.ts'
import type { TableResult } from './table.ts'

/** All that a table is shaped from. */
export interface TableParts {
  readonly cube: Cube
  readonly table: ResolvedTable
  /** Answer of the cube to `table.query`. */
  readonly answer: QueryAnswer
  /** Answer to the companion question of the calculation, where it has one. */
  readonly companion?: QueryAnswer
  /** Who lived where, for a rate per inhabitants; without it there is no such rate. */
  readonly inhabitants?: Inhabitants | undefined
  readonly domain: CubeDomain
  /** When each country has records, where the cube tells: what it did not count is missing, not zero. */
  readonly recorded?: RecordedPeriods | undefined
  /** What is not decided yet, where the cube counts it: a figure with some of it is provisional. */
  readonly open?: OpenPeriods | undefined
  readonly lists: CodeLists
  readonly language: Language
  readonly provenance: TableProvenance
}

/** A break in the series of a country, as its table tells it. */
export interface ShownBreak {
  readonly country: string
  /** First period that does not compare with those before. */
  readonly from: string
  readonly reason: string
  readonly source: string
}

/** How far linkage has found the persons of one country's records, with the name of the country. */
export interface ShownLinkage extends LinkedRecords {
  readonly label: string
}

/** What a table must say of where its figures come from; all of the whole cube. */
export interface TableProvenance {
  readonly snapshot: string
  /** Day of the newest batch. */
  readonly updatedOn: string | null
  /** At least a part of the records is drawn. */
  readonly synthetic: boolean
  /** At least a part of the records is observed. */
  readonly observed: boolean
  /** How the figures are protected for this reader; absent where exact ones are shown. */
  readonly shielded?: 'release' | 'perturbed'
  /** Newer records have arrived since the cube was built. */
  readonly stale: boolean
  readonly sources: TableResult['sources']
  readonly records: number
  readonly repeats: number
  readonly rejected: number
  /** Records left out, in the order of the cube's `leaveOut`. */
  readonly leftOut: readonly number[]
  /** Breaks in series that were recorded, by whoever knows the source. */
  readonly breaks?: readonly ShownBreak[]
  /** Records of editions set aside, with the years concerned. */
  readonly setAside: { readonly records: number; readonly parts: readonly string[] }
  /** How far linkage has found persons, where the cube counts those that it found. */
  readonly persons?: readonly ShownLinkage[]
  /** Coverage, completeness and what is imputed, undecided or unmatched. */
  readonly quality?: QualityFigures
}

/** What a table, a cube or its provenance says of how its figures are protected. */
export function protectionShown(
  cube: Pick<Cube, 'protection'>,
  provenance: Pick<TableProvenance, 'shielded' | 'observed'> | undefined,
): TableResult['protection'] {
  if (cube.protection === 'none') return 'none'
  return provenance?.shielded ?? (provenance?.observed ? 'unprotected' : 'none')
}
