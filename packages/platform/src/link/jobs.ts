import { defineJob } from '../store/index.ts'
import { runLinkage } from './persons/service.ts'

/** What is kept of a run with its job. */
export interface LinkJobResult {
  readonly country: string
  readonly outcome: string
  readonly run: number
  readonly persons: number
}

/** Links the records of the node to persons; countries whose records have not changed are left alone. */
export const linkJob = defineJob<
  { readonly countries?: readonly string[]; readonly full?: boolean },
  LinkJobResult[]
>({
  kind: 'link.run',
  run: async ({ node, actor, input, progress }) => {
    const outcomes = await runLinkage(node, actor, {
      ...input,
      onProgress: (done, country) => progress(done, country),
    })
    return outcomes.map(({ country, outcome, run }) => ({
      country,
      outcome,
      run: run.id,
      persons: run.figures.persons,
    }))
  },
})
