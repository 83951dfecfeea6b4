import { hkdfSync } from 'node:crypto'
import { makePerturbationTable, type PerturbationTable } from '@caudal/methods/protect'
import { nodeSecret, type CaudalNode } from '../../store/index.ts'

/** No figure of persons between 1 and one below this is shown. */
export const smallestShown = 3

const tables = new WeakMap<CaudalNode, Promise<PerturbationTable>>()

/**
 * The perturbation table of a node. Variance and bound follow from a secret of the node: who knows the
 * program does not know them.
 */
export function perturbationOf(node: CaudalNode): Promise<PerturbationTable> {
  let table = tables.get(node)
  if (table === undefined) {
    table = nodeSecret(node, 'perturbation').then((secret) => {
      const drawn = Buffer.from(hkdfSync('sha256', secret, '', 'caudal perturbation', 2))
      return makePerturbationTable({
        variance: 3 + (drawn[0]! % 9) / 4,
        bound: 7 + (drawn[1]! % 3),
        smallest: smallestShown,
      })
    })
    tables.set(node, table)
    table.catch(() => tables.delete(node))
  }
  return table
}
