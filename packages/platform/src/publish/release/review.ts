import { decideFigures, type Actor, type ReleaseAct } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { authorise, noteAllowed } from '../../govern/authorise.ts'
import { countriesOfDatasets } from '../../govern/registers/dataset-countries.ts'
import {
  nodeCodeLists,
  enqueueJob,
  findJob,
  type CaudalNode,
  type JobProgress,
} from '../../store/index.ts'
import type { JobProblem } from '../../store/index.ts'
import { compareReleases, type ComparedFigure } from './compare-releases.ts'
import { hiddenCells, type HiddenCell } from './hidden-cells.ts'
import { draftReleaseJob } from './jobs.ts'
import { releaseRefusals } from './refusals.ts'
import { checkRelease, countriesCounted, decideOnSheet, sheetOf } from './release-country.ts'
import { isFileName, readReleaseFile, readShown } from './release-folder.ts'
import { isPublic, type Release } from './release-state.ts'
import { namesOfActors } from './releases.ts'
import { createReleaseService } from './service.ts'
import { listTemplates, planOfTemplate, type TemplateParameters } from './templates.ts'

/** How far a draft is that somebody asked for. */
export interface Drafting {
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: JobProgress | null
  /** The release, once it is drafted. */
  readonly release: string | null
  readonly problem: JobProblem | null
}

/** What those who draft and review releases see and do at the desk, beside the decisions themselves. */
export interface ReleaseReview {
  /** Templates with what each needs. */
  templates(actor: Actor): Promise<ReturnType<typeof listTemplates>>
  /** Has a draft made by a worker. @returns id of the job. @throws Refusal of templates */
  startDraft(actor: Actor, template: string, parameters: TemplateParameters): Promise<number>
  drafting(actor: Actor, job: number): Promise<Drafting>
  /** A release with the cells that it hides. */
  inspect(
    actor: Actor,
    id: string,
    language: Language,
  ): Promise<{
    release: Release
    /** Countries whose records it counts; '' where it is not known. */
    counted: readonly string[]
    /** What the country of whoever looks allows, for the screen to offer no more. */
    may: { decide: boolean; stop: boolean }
    hidden: { cells: readonly HiddenCell[]; count: number; common: string | null }
    /** Names by which those who drafted and decided are known; of a command line, what it gave. */
    nameOf(actor: string): string
  }>
  /** What changes from one release to another, as the public sees it. */
  compare(
    actor: Actor,
    before: string,
    after: string,
    language: Language,
  ): Promise<readonly ComparedFigure[]>
  /** A file of a release that may not be out yet; undefined where there is none. */
  readDraftFile(actor: Actor, id: string, name: string): Promise<Buffer | undefined>
}

type DraftInput = { readonly template: string } & TemplateParameters

export function createReleaseReview(node: CaudalNode): ReleaseReview {
  const service = createReleaseService(node)
  /** Who has seen what before it is out, or exactly, is kept; what everybody reads is not. */
  const noteLook = async (
    actor: Actor,
    release: Release,
    operation: 'measure.read' | 'publish.review' = 'publish.review',
  ) => {
    if (operation === 'publish.review' && isPublic(release)) return
    const subject = `release:${release.id}`
    await noteAllowed(node, actor, operation, { purpose: 'publication', subject })
  }
  return {
    async templates(actor) {
      await authorise(node, actor, 'protect.run')
      return listTemplates()
    },
    async startDraft(actor, template, parameters) {
      await authorise(node, actor, 'protect.run')
      // What a template needs is said at once, not after waiting for a worker.
      const plan = planOfTemplate(template, parameters)
      const subject = `series:${plan.series}`
      await checkRelease(node, actor, 'protect.run', 'draft', await sheetOf(node, plan), subject)
      return await enqueueJob(node, draftReleaseJob, { template, ...parameters }, { actor })
    },
    async drafting(actor, job) {
      await authorise(node, actor, 'protect.run')
      const found = await findJob<{ release: string }>(node, job)
      if (found?.kind !== draftReleaseJob.kind) {
        throw releaseRefusals.refuse('drafting-unknown', { job: String(job).slice(0, 20) })
      }
      // how far it is, and what it failed of, are of whoever may draft it
      const { template, ...parameters } = found.input as DraftInput
      const plan = planOfTemplate(template, parameters)
      const subject = `series:${plan.series}`
      await checkRelease(node, actor, 'protect.run', 'draft', await sheetOf(node, plan), subject)
      const { status, progress, result, problem } = found
      return { status, progress, problem, release: result?.release ?? null }
    },
    async inspect(actor, id, language) {
      const release = await service.get(actor, id)
      // of what is out everybody reads what it shows, and those whose it is what it hides
      await checkRelease(node, actor, 'publish.review', 'read', release, `release:${id}`)
      const countries = await countriesOfDatasets(node.register)
      const may = (act: ReleaseAct) =>
        decideOnSheet(actor, act, release, countries).outcome === 'allow'
      const counted = countriesCounted(release, countries)
      const exact = decideFigures(actor, counted).outcome === 'allow'
      await noteLook(actor, release, exact ? 'measure.read' : 'publish.review')
      const actors = [release.draftedBy, ...release.events.map((event) => event.actor)]
      const names = await namesOfActors(node.register, actors)
      return {
        release,
        counted,
        may: { decide: may('decide'), stop: may('stop') },
        hidden: hiddenCells(readShown(node, id), language, exact, await nodeCodeLists(node)),
        nameOf: (actor) => names.get(actor) ?? actor,
      }
    },
    async compare(actor, before, after, language) {
      const figures = []
      for (const id of [before, after]) {
        const release = await service.get(actor, id)
        await noteLook(actor, release)
        figures.unshift(...release.plan.figures)
      }
      const book = await nodeCodeLists(node)
      const [had, has] = [readShown(node, before), readShown(node, after)]
      return compareReleases(had, has, language, book, figures)
    },
    async readDraftFile(actor, id, name) {
      await noteLook(actor, await service.get(actor, id))
      return isFileName(name) ? readReleaseFile(node, id, name) : undefined
    },
  }
}
