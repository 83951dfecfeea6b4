import type { Text } from '@caudal/methods/vocabulary'
import { listDocuments } from '../../govern/registers/documents.ts'
import { listBatches, listDatasets, type CaudalNode } from '../../store/index.ts'
import type { LinkRun } from './link-runs.ts'

/** Institutions whose records a run linked with one another and with no others’, and the datasets of these. */
export interface Circle {
  /** The institution at its middle; empty for records of no institution. */
  readonly middle: string
  /** Named as the register of institutions does, the middle first; none for records of no institution. */
  readonly institutions: readonly { readonly id: string; readonly name: string }[]
  readonly datasets: readonly { readonly id: string; readonly title: Text }[]
  readonly batches: readonly number[]
}

/**
 * The circles that the records of a run were linked in, as the run met them: agreements may have come or
 * gone since. Where all records could be linked with one another there is one.
 */
export async function readRunCircles(
  node: CaudalNode,
  { inputs }: Pick<LinkRun, 'inputs'>,
): Promise<Circle[]> {
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const [batches, datasets, owners, institutions] = await Promise.all([
    listBatches(node, { statuses }),
    listDatasets(node),
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'institution'),
  ])
  const datasetOf = new Map(batches.map(({ id, dataset }) => [id, dataset]))
  const titleOf = new Map(datasets.map(({ id, title }) => [id, title]))
  const ownerOf = new Map(owners.map(({ id, content }) => [id, content.owner]))
  const nameOf = new Map(institutions.map(({ id, content }) => [id, content.name]))
  const middles = [...new Set(inputs.map(({ circle }) => circle))].sort()
  return middles.map((middle) => {
    const own = inputs.filter(({ circle }) => circle === middle).map(({ batch }) => batch)
    const held = [...new Set(own.flatMap((batch) => datasetOf.get(batch) ?? []))].sort()
    // who has left the register of datasets since is still at the middle
    const members = [...new Set(held.flatMap((id) => ownerOf.get(id) ?? []))]
      .filter((id) => id !== middle && middle !== '')
      .sort()
    const ids = middle === '' ? [] : [middle, ...members]
    return {
      middle,
      institutions: ids.map((id) => ({ id, name: nameOf.get(id) ?? id })),
      datasets: held.map((id) => ({ id, title: titleOf.get(id) ?? { es: id, en: id, fr: id } })),
      batches: own,
    }
  })
}
