import { findCube } from '@caudal/methods/measure'
import { listStandingBreaks } from '../../measure/breaks/recorded-breaks.ts'
import { newestLinks } from '../../measure/service.ts'
import type { Actor, Operation, ReleaseAct } from '@caudal/methods/govern'
import { personName } from '../../govern/accounts/people-named.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise, noteAllowed } from '../../govern/authorise.ts'
import { countriesOfDatasets } from '../../govern/registers/dataset-countries.ts'
import { readClock } from '../../govern/clock/service.ts'
import { openHighsSolver } from '../../protect/solver/highs-solver.ts'
import { snapshot, type Batch, type CaudalNode, type Queryable } from '../../store/index.ts'
import program from '../../../package.json' with { type: 'json' }
import { bakeRelease, filesEdition, manifestName, sha256 } from './bake.ts'
import { findDamage, isAsDrafted, unsignedFilesOf } from './check-files.ts'
import type { ReleaseProgress } from './compose-release.ts'
import { attackAgain, composeSafely } from './ledger-attack.ts'
import { bakedOf, readPlan } from './plan.ts'
import { planWithRecords } from './plan-with-records.ts'
import { publishingInstitution } from './publishing-institution.ts'
import { releaseRefusals } from './refusals.ts'
import { checkRelease, countriesCounted, decideOnSheet, sheetOf } from './release-country.ts'
import { printRelease } from './print-pdf.ts'
import { protectionEdition } from './protection-edition.ts'
import { isFileName, readReleaseFile, removeRelease, writeRelease } from './release-folder.ts'
import {
  isDecided,
  isPublic,
  makesCircle,
  statesOf,
  type Release,
  type ReleaseState,
} from './release-state.ts'
import {
  insertEvent,
  insertRelease,
  listEvents,
  listRecorded,
  type RecordedRelease,
} from './releases.ts'
import { verifyFiles, type Verification } from './verify.ts'
import { wrongState, type ReleaseVerb } from './wrong-state.ts'

export interface ReleaseServiceOptions {
  /** What time it is; passed in, because embargoes depend on it. */
  readonly now?: () => Date
}

export interface ReleaseService {
  /** Releases that are out, for anybody. */
  listPublic(): Promise<Release[]>
  /** Those that are out, and those to come that are of the actor's country. */
  list(actor: Actor): Promise<(Release & { readonly isOwn: boolean })[]>
  get(actor: Actor, id: string): Promise<Release>
  draft(actor: Actor, plan: unknown, progress?: ReleaseProgress): Promise<Release>
  approve(actor: Actor, id: string, remark?: string): Promise<Release>
  reject(actor: Actor, id: string, remark?: string): Promise<Release>
  /** Sets, or changes, when an approved release becomes public; now where no time is given. */
  publish(actor: Actor, id: string, at?: string): Promise<Release>
  /** Says of a published release that another has taken its place. */
  supersede(actor: Actor, id: string, successor: string): Promise<Release>
  verify(actor: Actor, id: string, progress?: ReleaseProgress): Promise<Verification>
  /** A file that everybody may read; undefined where there is none, or not yet. */
  readFile(id: string, name: string): Promise<{ release: Release; content: Buffer } | undefined>
}

/** Releases: drafted, attacked with all before, looked at by a second person, published, replaced. */
export function createReleaseService(
  node: CaudalNode,
  { now = () => new Date() }: ReleaseServiceOptions = {},
): ReleaseService {
  const key = node.keyring.signingKey('releases')

  const check = async (actor: Actor, operation: Operation, subject?: string) => {
    if (actor.id === '' && actor.kind !== 'anonymous') throw releaseRefusals.refuse('actor-missing')
    await authorise(node, actor, operation, subject)
  }

  const listIn = async (register: Queryable) => {
    const { time } = await readClock(register, now())
    return statesOf(await listRecorded(register), await listEvents(register), new Date(time))
  }
  const list = () => listIn(node.register)

  const findIn = (releases: readonly Release[], id: string) => {
    const found = releases.find((release) => release.id === id)
    if (found === undefined) throw releaseRefusals.refuse('unknown', { release: id.slice(0, 80) })
    return found
  }
  const get = async (id: string) => findIn(await list(), id)

  /** The release, where it is the actor's to do this with. */
  const getOwn = async (actor: Actor, operation: Operation, act: ReleaseAct, id: string) => {
    await check(actor, operation, `release:${id}`)
    const release = await get(id)
    // what is out is everybody's to read
    if (act === 'read' && isPublic(release)) return release
    await checkRelease(node, actor, operation, act, release, `release:${id}`)
    return release
  }

  /**
   * One decision at a time, in one transaction with its entry in the log: whoever decides on what somebody
   * else has just decided is told how it stands now.
   * @param heeded decisions that were reckoned with, where others change what may be decided
   * @returns false where there are others by now
   */
  const decide = async (
    actor: Actor,
    id: string,
    verb: ReleaseVerb,
    states: readonly ReleaseState[],
    event: { kind: 'approved' | 'rejected' | 'scheduled' | 'superseded' } & Partial<
      Record<'publishAt' | 'successor' | 'remark', string>
    >,
    heeded?: string,
  ): Promise<boolean> =>
    node.register.transaction(async (transaction) => {
      await transaction.query("select pg_advisory_xact_lock(hashtext('decisions on releases'))")
      const releases = await listIn(transaction)
      const release = findIn(releases, id)
      if (!states.includes(release.state)) {
        throw wrongState(id, release.state, verb)
      }
      const { successor } = event
      if (successor !== undefined && makesCircle(releases, id, successor)) {
        throw releaseRefusals.refuse('succession-circle', { release: id, successor })
      }
      if (heeded !== undefined && heeded !== decidedOf(releases)) return false
      await insertEvent(transaction, {
        releaseId: id,
        actor: actor.id,
        kind: event.kind,
        publishAt: event.publishAt ?? null,
        successor: event.successor ?? null,
        remark: event.remark ?? null,
      })
      await auditLogOf(node).appendWithin(transaction, [
        actOf(actor, 'publish.release', {
          subject: `release:${id}`,
          details: { decision: event.kind },
        }),
      ])
      return true
    })

  return {
    async listPublic() {
      return (await list()).filter(isPublic)
    },
    async list(actor) {
      await check(actor, 'publish.review')
      const countries = await countriesOfDatasets(node.register)
      const isOwn = (each: Release) =>
        decideOnSheet(actor, 'read', each, countries).outcome === 'allow'
      return (await list())
        .map((each) => ({ ...each, isOwn: isOwn(each) }))
        .filter((each) => each.isOwn || isPublic(each))
    },
    async get(actor, id) {
      return await getOwn(actor, 'publish.review', 'read', id)
    },
    async draft(actor, given, progress = () => {}) {
      await check(actor, 'protect.run')
      const asked = readPlan(given)
      const subject = `series:${asked.series}`
      const sheet = await sheetOf(node, asked)
      await checkRelease(node, actor, 'protect.run', 'draft', sheet, subject)
      const counted = countriesCounted(sheet, await countriesOfDatasets(node.register))
      const { institution } = asked
      const named = await publishingInstitution(node.register, actor, institution, counted)
      const planned = {
        ...(await planWithRecords(node, asked)),
        edition: filesEdition,
        protectionEdition,
        ...(named === undefined ? {} : { institutionName: named }),
      }
      const before = await list()
      const vintage = before.filter(({ series }) => series === planned.series).length + 1
      const id = `${planned.series}-v${vintage}`
      const solver = openHighsSolver()
      try {
        const batchesOf = async (cube: string): Promise<readonly Batch[]> => {
          const { recordType, datasets } = findCube(cube)!
          return (await snapshot(node, recordType, datasets)).batches
        }
        const standing = await listStandingBreaks(node.register)
        const breaksOf = async (cube: string) => standing.filter((each) => each.cube === cube)
        const composed = await composeSafely(
          node,
          {
            id,
            plan: planned,
            records: { batchesOf, links: await newestLinks(node), breaksOf },
            before,
          },
          solver,
          progress,
        )
        const { plan } = composed
        progress('bake', 0)
        const files = await bakeRelease({
          id,
          vintage,
          ...bakedOf(plan),
          program: program.version,
          publicKey: key.publicKey,
          figures: composed.figures,
          sources: composed.sources,
          sign: (content) => key.sign(content),
        })
        progress('bake', 1)
        const recorded: Omit<RecordedRelease, 'draftedAt'> = {
          id,
          vintage,
          plan,
          findings: composed.findings,
          series: plan.series,
          template: plan.template,
          sources: composed.sources,
          program: program.version,
          manifestSha256: sha256(files.get(manifestName)!),
          publicKey: key.publicKey,
          draftedBy: actor.id,
          owner: actor.institution,
          ownerCountry: actor.country,
        }
        await auditLogOf(node).append({
          actor,
          action: 'protect.run',
          outcome: 'allow',
          subject: `release:${id}`,
        })
        writeRelease(node, id, files, composed.shown)
        await printRelease(node, id)
        try {
          await insertRelease(node, { ...recorded, unsignedFiles: unsignedFilesOf(node, id) })
        } catch (error) {
          // a lost connection does not tell whether it was recorded
          if ((error as { code?: string }).code !== 'store.register-gone') removeRelease(node, id)
          throw error
        }
        return await get(id)
      } finally {
        await solver.close()
      }
    },
    async approve(actor, id, remark) {
      const release = await getOwn(actor, 'publish.release', 'decide', id)
      if (samePerson(release.draftedBy, actor.id)) {
        const { draftedBy: actor } = release
        const actorLabel = await personName(node.register, actor)
        throw releaseRefusals.refuse('four-eyes', { release: id, actor, actorLabel })
      }
      const [damaged] = await findDamage(node, release)
      if (damaged !== undefined) {
        throw releaseRefusals.refuse('files-damaged', { release: id, file: damaged.file })
      }
      for (;;) {
        // others may have been approved since the draft was attacked, or while it is attacked again
        const releases = await list()
        await attackAgain(node, release, releases)
        const event = { kind: 'approved', ...(remark === undefined ? {} : { remark }) } as const
        const heeded = decidedOf(releases)
        if (await decide(actor, id, 'approve', ['draft'], event, heeded)) return get(id)
      }
    },
    async reject(actor, id, remark) {
      await getOwn(actor, 'publish.release', 'stop', id)
      await decide(actor, id, 'reject', ['draft', 'approved', 'scheduled'], {
        kind: 'rejected',
        ...(remark === undefined ? {} : { remark }),
      })
      return get(id)
    },
    async publish(actor, id, at) {
      await getOwn(actor, 'publish.release', 'decide', id)
      const clock = await readClock(node.register, now())
      if (at === undefined && clock.aheadSeconds > 0) {
        throw releaseRefusals.refuse('clock-doubtful', { shown: now().toISOString() })
      }
      const time = at === undefined ? now() : new Date(at)
      if (Number.isNaN(time.getTime()) || (at !== undefined && !/T.*(Z|[+-]\d\d:\d\d)$/.test(at))) {
        throw releaseRefusals.refuse('time-unreadable', { time: String(at).slice(0, 80) })
      }
      await decide(actor, id, 'publish', ['approved', 'scheduled'], {
        kind: 'scheduled',
        publishAt: time.toISOString(),
      })
      return get(id)
    },
    async supersede(actor, id, successor) {
      await getOwn(actor, 'publish.release', 'decide', id)
      const next = await get(successor)
      if (!isPublic(next) || successor === id) {
        throw releaseRefusals.refuse('successor-not-out', { release: successor })
      }
      await decide(actor, id, 'supersede', ['published'], { kind: 'superseded', successor })
      return get(id)
    },
    async verify(actor, id, progress = () => {}) {
      const release = await getOwn(actor, 'publish.review', 'read', id)
      // it counts the records anew, as they lie in the lake
      await noteAllowed(node, actor, 'publish.review', {
        purpose: 'publication',
        subject: `release:${id}`,
        details: { act: 'verify' },
      })
      return verifyFiles(node, release, (content) => key.sign(content), progress)
    },
    async readFile(id, name) {
      const release = (await list()).find((each) => each.id === id)
      if (release === undefined || !isPublic(release) || !isFileName(name)) return undefined
      const content = readReleaseFile(node, id, name)
      if (content === undefined) return undefined
      const isServed = isAsDrafted(node, release, name, content)
      if (isServed === false) {
        throw releaseRefusals.refuse('files-damaged', { release: id, file: name })
      }
      return isServed === true ? { release, content } : undefined
    },
  }
}

/** Which releases are out or on their way out. */
function decidedOf(releases: readonly Release[]): string {
  return releases
    .filter(isDecided)
    .map(({ id }) => id)
    .join(' ')
}

/** Two spellings of one name are one person. */
function samePerson(one: string, other: string): boolean {
  const plain = (name: string) =>
    name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(one) === plain(other)
}
