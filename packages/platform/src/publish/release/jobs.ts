import { defineJob } from '../../store/index.ts'
import { createReleaseService } from './service.ts'
import { planOfTemplate, type TemplateParameters } from './templates.ts'

/** Drafts a release from a template: counts, protects, attacks and bakes it. */
export const draftReleaseJob = defineJob<
  { readonly template: string } & TemplateParameters,
  { readonly release: string }
>({
  kind: 'publish.draft-release',
  async run({ node, actor, input, progress }) {
    const { template, ...parameters } = input
    const plan = planOfTemplate(template, parameters)
    const share = { count: 0, suppress: 0.2, attack: 0.5, bake: 0.8 } as const
    const length = { count: 0.2, suppress: 0.3, attack: 0.3, bake: 0.2 } as const
    const { id } = await createReleaseService(node).draft(actor, plan, (step, done) =>
      progress(share[step] + length[step] * done, step),
    )
    return { release: id }
  },
})
