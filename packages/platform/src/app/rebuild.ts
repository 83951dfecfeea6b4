import type { Actor } from '@caudal/methods/govern'
import { findRepeatsAnew } from '../collect/service.ts'
import { eraseReplacedRuns } from '../govern/retention/replaced-runs.ts'
import { linkAgain } from '../link/service.ts'
import { buildCubes } from '../measure/service.ts'
import { defineJob, removeEarlierBuilds, type CaudalNode } from '../store/index.ts'

/**
 * Has everything that was made from records made anew after some were corrected, set aside or erased:
 * which repeat which, persons and journeys, then cubes; builds from before go, and runs of linkage that hold
 * what was erased whole.
 */
export async function rebuild(node: CaudalNode, actor: Actor): Promise<void> {
  await findRepeatsAnew(node)
  await linkAgain(node)
  await eraseReplacedRuns(node, actor)
  await buildCubes(node, actor)
  await removeEarlierBuilds(node)
}

/** The same as work of the queue, for whoever cannot wait for it. */
export const rebuildJob = defineJob<Record<string, never>, { readonly rebuilt: true }>({
  kind: 'app.rebuild',
  run: async ({ node, actor }) => {
    await rebuild(node, actor)
    return { rebuilt: true }
  },
})
