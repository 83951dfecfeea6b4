import type { KeyedFigure } from '../../measure/index.ts'
import { independentKey } from '../cell-keys/cell-key.ts'
import {
  perturbCount,
  perturbCrossings,
  type PerturbationTable,
} from '../cell-keys/perturbation-table.ts'

/**
 * The figure of a cell as it is shown to whoever is not entitled to more. It depends on the persons of
 * the cell alone, so that every route gives the same.
 *
 * Where each person counts once, it is the perturbed count of persons. Else its noise is that of a
 * large count times the largest part that one person has, and independent of that of the persons; 0
 * where the persons are perturbed to 0, and otherwise never below the smallest count that is shown.
 *
 * @param figure number of the measure in its cube, from 0
 * @see Thompson, Broadfoot and Elazar, "Methodology for the automatic confidentialisation of statistical
 *   outputs from remote servers at the ABS", UNECE Work Session on Statistical Data Confidentiality (2013)
 * @example
 * const table = makePerturbationTable({ variance: 2, bound: 5, smallest: 3 })
 * perturbFigure(table, { persons: 0, key: 0, value: 0, largest: 0 }, 0) // => 0
 */
export function perturbFigure(table: PerturbationTable, cell: KeyedFigure, figure: number): number {
  const { persons, key, value, largest } = cell
  if (value === persons && largest <= 1) return perturbCount(table, persons, key)
  const shown = perturbCrossings(
    table,
    { crossings: value, persons, key },
    largest,
    independentKey(key, figure + 1),
  )
  if (shown === 0 && perturbCount(table, persons, key) === 0) return 0
  return value === 0 ? 0 : Math.max(table.parameters.smallest, shown)
}
