import type { CubeAnswer, TableResult } from '@caudal/methods/publish'
import type { Coverage } from '../figure/coverage.ts'
import type { Exploration } from '../specification/exploration.ts'

/** What every view of a table is given. */
export interface ViewProps {
  readonly cube: CubeAnswer
  readonly result: TableResult
  readonly coverage: Coverage | undefined
  readonly exploration: Exploration
  /** Holds a variable to one value, or moves to another period. */
  readonly pick: (id: string, code: string) => void
  readonly title: string
}
