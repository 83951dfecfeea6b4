import { nodeActor } from '../govern/node-actor.ts'
import { defineJob, enqueueJob } from '../store/index.ts'
import { linkJobKind } from './persons/link-state.ts'
import { runLinkage } from './persons/service.ts'

/** What is kept of a run with its job. */
export interface LinkJobResult {
  readonly country: string
  readonly outcome: string
  readonly run: number
  readonly persons: number
}

/**
 * Links the records of the node to persons; countries whose records have not changed are left alone. The
 * cubes that count journeys follow by themselves.
 */
export const linkJob = defineJob<
  { readonly countries?: readonly string[]; readonly full?: boolean },
  LinkJobResult[]
>({
  kind: linkJobKind,
  run: async ({ node, actor, input, progress }) => {
    const outcomes = await runLinkage(node, actor, {
      ...input,
      onProgress: (done, country) => progress(done, country),
    })
    if (outcomes.some(({ outcome }) => outcome !== 'up-to-date'))
      await enqueueJob(node, 'measure.build-cubes', {}, { actor: nodeActor })
    return outcomes.map(({ country, outcome, run }) => ({
      country,
      outcome,
      run: run.id,
      persons: run.figures.persons,
    }))
  },
})
