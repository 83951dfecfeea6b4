import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  anonymous,
  decideOperation,
  readEntry,
  roles,
  type Actor,
  type AuditEntry,
  type Operation,
  type Role,
} from '@caudal/methods/govern'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'

/** A use case: what the policy is asked, and what it is called with after the actor. */
type UseCase = readonly [Operation, ...unknown[]]

/** Protected figures to anybody, exact ones to those who may: publish/perturbed/readers.test.ts. */
const figures =
  'public as far as they are protected; who reads them exactly is tested by their readers'

/**
 * What each service offers. A use case names the operation that the policy decides; what decides
 * nothing says why: it touches no node, or it is a part that use cases of later stages are made of.
 */
const services: Readonly<Record<string, Readonly<Record<string, UseCase | string>>>> = {
  '../collect/service.ts': {
    findRepeatsAnew: 'follows from a correction or an erasure, which the policy has decided',
    importFile: ['collect.import', {}],
    listBatches: ['collect.read-batches'],
    getBatch: ['collect.read-batches', 1],
    listFindings: ['collect.examine', 1],
    checkProfile: 'looks at a file, without a node',
    suggestProfile: 'looks at a file, without a node',
  },
  '../collect/institution/service.ts': {
    institutionReport: ['collect.examine', 1],
    describeBatches: ['collect.read-batches', 'en'],
    withdraw: ['collect.withdraw', 1, 'because'],
    compareBatches: ['collect.examine', { before: 1, after: 2 }],
  },
  '../collect/duties/service.ts': {
    submissionCalendar: ['collect.read-batches', '2026-01-01'],
    addDuty: ['collect.keep-calendar', {}],
    endDuty: ['collect.keep-calendar', 1, '2026-01-01'],
  },
  '../collect/forms/service.ts': {
    examineForm: ['collect.import', { fileName: 'a.xlsx', content: Buffer.alloc(1) }],
    keepForm: ['collect.import', { fileName: 'a.xlsx', content: Buffer.alloc(1) }],
    listForms: ['collect.import'],
    getForm: ['collect.import', 1],
    proposeMapping: ['collect.import', 1, 'return'],
    proposeCodes: ['collect.import', 1, { recordType: 'return', field: 'sex', column: 'a' }],
    mapForm: ['collect.import', 1, {}],
    withdrawForm: ['collect.import', 1, 'because'],
  },
  '../collect/forms/entries/service.ts': {
    enterRecord: ['collect.import', 1, {}, {}],
    listEntries: ['collect.import', 1],
    openEntry: ['collect.import', 1, 'a'],
    withdrawEntry: ['collect.import', 1, 'a'],
    handInEntries: ['collect.import', 1],
    takeInEntries: ['collect.import', { form: 1, handIn: 'a' }, () => {}],
  },
  '../collect/submissions/service.ts': {
    openSubmission: ['collect.import', { fileName: 'a.csv', bytes: 1 }],
    receivePart: ['collect.import', 1, 0, Buffer.alloc(1)],
    listSubmissions: ['collect.import'],
    openAgain: ['collect.import', 1],
    findJobOf: ['collect.import', 1],
    draftProfile: ['collect.import', 1, {}],
    changeProfile: ['collect.import', 1, { revision: 0, profile: {} }],
    startWork: ['collect.import', 1, 'collect.try'],
    stopWork: ['collect.import', 1],
    discardSubmission: ['collect.import', 1],
    trySubmission: ['collect.import', 1, () => {}],
    takeInSubmission: ['collect.import', 1, () => {}],
  },
  '../collect/records/service.ts': {
    listReadable: ['collect.read-records', '2026-01-01T00:00:00Z'],
    readRecords: [
      'collect.read-records',
      { dataset: 'a', purpose: 'statistics' },
      '2026-01-01T00:00:00Z',
    ],
  },
  '../link/persons/service.ts': {
    runLinkage: ['link.run', {}],
    startLinkage: ['link.run'],
    readLinkage: ['link.run'],
  },
  '../link/quality/service.ts': {
    readQuality: ['link.run'],
  },
  '../link/review/service.ts': {
    readQueue: ['link.review', 'GTM', { from: 0, count: 1 }, ''],
    explainPair: ['link.review', 'GTM', '1', '2', ''],
    explainPerson: ['link.review', 'GTM', '1', ''],
    decidePair: ['link.review', { country: 'GTM' }],
    undoDecision: ['link.review', 1, 'because'],
    readDecisions: ['link.review', 'GTM'],
  },
  '../link/service.ts': {
    linkAgain: 'follows from an erasure or a restriction, which the policy has decided',
    linkFiles: 'links plain files, without a node',
    linkEncodedFiles: 'links plain files, without a node',
    encodeRecords: 'encodes a plain file, without a node',
    readSettings: 'reads a plain file, without a node',
  },
  '../measure/service.ts': {
    buildCubes: ['measure.build'],
    cellsRelation: 'a part of reading cubes',
    createCubeReader: 'what publish and exchange read by, who ask the policy',
    foreseeGroups: 'a part of reading tables',
    linkFiles: 'a part of counting persons',
    newestLinks: 'a part of counting persons',
    personsOfRecords: 'a part of counting persons',
    listCubeStates: 'says which cubes stand, and no figure',
    codeListsFor: 'code lists, which are public',
    editionsOf: 'a part of building',
    originOf: 'a part of building',
  },
  '../measure/indicators/service.ts': {
    listIndicators: 'definitions, which are public',
    measureIndicatorFile: 'measures plain files, without a node',
  },
  '../measure/provisional/service.ts': {
    estimateProvisionalFile: 'measures plain files, without a node',
  },
  '../measure/residence/service.ts': {
    measureResidenceFile: 'measures plain files, without a node',
  },
  '../measure/survey/service.ts': {
    estimateSurveyFile: 'measures plain files, without a node',
    measureSurvivalFile: 'measures plain files, without a node',
  },
  '../protect/service.ts': {
    protectMicrodata: 'protects plain files, without a node',
    protectCells: 'protects plain files, without a node',
    attackFolder: 'attacks plain files, without a node',
  },
  '../exchange/service.ts': {
    createSdmxService: 'serves figures that are published, to anybody',
  },
  '../publish/service.ts': {
    'createPublishService.listCubes': figures,
    'createPublishService.getCube': figures,
    'createPublishService.listCodes': 'code lists, which are public',
    'createPublishService.getProvenance': figures,
    'createPublishService.getRevisions': 'what releases that are out show, to anybody',
    'createPublishService.search': 'what is published, to anybody',
    'createPublishService.getTable': figures,
    'createPublishService.measureTable': figures,
  },
  '../publish/pages/service.ts': {
    createSitePages: 'pages about what is published, to anybody',
  },
  '../publish/release/service.ts': {
    'createReleaseService.draft': ['protect.run', {}],
    'createReleaseService.list': ['publish.review'],
    'createReleaseService.get': ['publish.review', 'a'],
    'createReleaseService.verify': ['publish.review', 'a'],
    'createReleaseService.approve': ['publish.release', 'a'],
    'createReleaseService.reject': ['publish.release', 'a'],
    'createReleaseService.publish': ['publish.release', 'a'],
    'createReleaseService.supersede': ['publish.release', 'a', 'b'],
    'createReleaseService.listPublic': 'what is published, to anybody',
    'createReleaseService.readFile': 'files that are published, to anybody',
  },
  '../publish/calendar/service.ts': {
    'createReleaseCalendar.readPublic': 'what is published, and title and time of what comes',
    'createReleaseCalendar.list': ['publish.review'],
    'createReleaseCalendar.announce': ['publish.release', 'own', {}, '2100-01'],
    'createReleaseCalendar.move': ['publish.release', 'a', '2100-01', 'because'],
    'createReleaseCalendar.withdraw': ['publish.release', 'a', 'because'],
  },
  '../publish/capacity/service.ts': {
    listAssessments: ['publish.read-capacity'],
    countryAssessments: ['publish.read-capacity', 'SLV'],
    publicAssessments: 'what is published, to anybody',
    answersFor: 'tells whose country it is, without a node',
    answerQuestionnaire: ['publish.assess-capacity', 'SLV', 0, {}],
    publishAssessment: ['publish.release', 'SLV', 1, true],
  },
  '../publish/learn/service.ts': {
    courseProgress: ['govern.own-account', 'records'],
    beginCourse: ['govern.own-account', 'records'],
    tickStep: ['govern.own-account', 'records', 'have-file', true],
    restartCourse: ['govern.own-account', 'records'],
  },
  '../publish/views/service.ts': {
    listViews: ['govern.own-account'],
    keepView: ['govern.own-account', { name: 'a', cube: 'movements', query: '' }],
    renameView: ['govern.own-account', 'a', 'b'],
    forgetView: ['govern.own-account', 'a'],
  },
  '../publish/alerts/service.ts': {
    'createAlertService.list': ['govern.own-account', 'es'],
    'createAlertService.preview': ['govern.own-account', { cube: 'movements', query: '' }, 'es'],
    'createAlertService.set': ['govern.own-account', { name: 'a' }, 'es'],
    'createAlertService.remove': ['govern.own-account', 'a'],
    'createAlertService.makeFeed': ['govern.own-account'],
    'createAlertService.endFeed': ['govern.own-account'],
    'createAlertService.mailState': ['govern.own-account'],
    'createAlertService.chooseMail': ['govern.own-account', 'a@example.org', 'es'],
    'createAlertService.confirmMail': ['govern.own-account', '000000'],
    'createAlertService.endMail': ['govern.own-account'],
    'createAlertService.readFeed': 'figures that are published, to whoever has the secret address',
    'createAlertService.stopMail': 'ends mails for whoever holds one, with the proof in it',
    'createAlertService.readerOfToken': 'the language of a page, for whoever holds the mail',
  },
  '../publish/boundaries/service.ts': {
    importBoundaries: ['publish.keep-boundaries', {}],
    listBoundarySets: 'boundaries, which are public',
    getBoundaries: 'boundaries, which are public',
  },
  '../synthetic/service.ts': {
    drawRegion: 'draws files, without a node',
    regionFolder: 'names a folder',
  },
  '../govern/accounts/service.ts': {
    'createAdministration.list': ['govern.accounts'],
    'createAdministration.invite': ['govern.accounts', {}],
    'createAdministration.inviteAgain': ['govern.accounts', 'a'],
    'createAdministration.change': ['govern.accounts', 'a', {}],
    'createAdministration.suspend': ['govern.accounts', 'a'],
    'createAdministration.restore': ['govern.accounts', 'a'],
    'createAdministration.revokeCredentials': ['govern.accounts', 'a'],
    'createAdministration.recover': ['govern.accounts', 'a', {}],
    'createAdministration.approveRecovery': ['govern.accounts', 'a'],
  },
  '../govern/audit/service.ts': {
    followLog: ['govern.read-audit', 0, AbortSignal.abort()],
    exportLog: ['govern.read-audit'],
    verifyLog: ['govern.read-audit'],
    readEntries: ['govern.read-audit'],
    inclusionProof: ['govern.read-audit', 0],
    newestCheckpoint: ['govern.checkpoint'],
    consistencyDocument: ['govern.checkpoint', 0],
    cosignCheckpoint: ['govern.checkpoint', {}],
    keepCosignature: ['govern.checkpoint', {}],
    verifierLines: 'public keys, to be passed on',
    verifyExportFile: 'verifies a file, without a node',
  },
  '../govern/backup/service.ts': {
    backUp: ['govern.backup', { folder: '/nowhere' }],
    restore: 'makes a node of an archive with its key: there is no node yet to ask',
    keyPlace: 'names the place of the key',
    describeBackups: ['govern.read-registers'],
  },
  '../govern/keys/service.ts': {
    describeKeys: ['govern.keys'],
    rotateKey: ['govern.keys'],
    retireKey: ['govern.keys'],
    destroyBatchKey: ['govern.erase', 1],
  },
  '../govern/registers/service.ts': {
    listRegister: ['govern.read-registers', 'activity'],
    readHistory: ['govern.read-registers', 'activity', 'a'],
    readWithPeople: ['govern.read-registers', 'activity', 'a'],
    listDue: ['govern.read-registers', '2026-01-01T00:00:00Z'],
    putDocument: [
      'govern.keep-registers',
      { register: 'activity', id: 'a', content: {}, after: 0 },
    ],
    signAgreement: ['govern.sign-agreement', 'a', 'provider', '2026-01-01'],
    approve: ['govern.approve-derogation', 'derogation', 'a', '2026-01-01T00:00:00Z'],
    revokeDerogation: ['govern.approve-derogation', 'a', '2026-01-01T00:00:00Z'],
    withdrawDerogation: ['govern.ask-derogation', 'a', '2026-01-01T00:00:00Z'],
    listOwnDerogations: ['govern.ask-derogation'],
    listInstitutions: ['govern.name-institution'],
  },
  '../govern/retention/service.ts': {
    listExpired: ['govern.read-registers', '2026-01-01'],
    applyRetention: ['govern.erase', '2026-01-01', async () => {}],
    runDailyRetention: ['govern.erase', '2026-01-01', async () => {}],
    listRetentionRuns: ['govern.read-registers'],
    listUnscheduled: ['govern.read-registers'],
    isRetentionDue: 'says whether the daily run was made, and nothing of records',
  },
  '../govern/requests/service.ts': {
    findPerson: ['govern.answer-requests', {}],
    answerAccess: ['govern.answer-requests', 'a', '2026-01-01'],
    correctForRequest: ['govern.answer-requests', 'a', {}, '2026-01-01', () => {}],
    restrictForRequest: ['govern.answer-requests', 'a', '2026-01-01', () => {}],
    liftForRequest: ['govern.answer-requests', 'a', 'because', '2026-01-01', () => {}],
    eraseForRequest: ['govern.erase', 'a', '2026-01-01', () => {}],
  },
  '../govern/inventory/service.ts': {
    takeInventory: ['govern.read-registers'],
  },
  '../govern/notices/service.ts': {
    tellRecipient: ['govern.answer-requests', 'a', '2026-01-01'],
    acknowledgeNotice: ['govern.acknowledge-notice', 'a', '2026-01-01'],
    listNotices: ['govern.acknowledge-notice'],
  },
}

type Call = (...given: unknown[]) => unknown

const sources = fileURLToPath(new URL('..', import.meta.url))
const found: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  await Promise.all(
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === 'service.ts')
      .map((file) => `../${file.replaceAll('\\', '/')}`)
      .map(async (file) => [file, (await import(file)) as Record<string, unknown>] as const),
  ),
)

/** Every function that a service offers, those of what it makes under their maker's name. */
function offersOf(file: string, node: CaudalNode): Map<string, Call> {
  const declared = services[file] ?? {}
  const offers = new Map<string, Call>()
  for (const [name, value] of Object.entries(found[file] ?? {})) {
    if (typeof value !== 'function') continue
    const call = value as Call
    const isMaker = Object.keys(declared).some((each) => each.startsWith(`${name}.`))
    if (!isMaker) {
      offers.set(name, (...given) => call(node, ...given))
      continue
    }
    const made = call(node) as Record<string, Call>
    for (const [method, work] of Object.entries(made)) {
      if (typeof work === 'function') offers.set(`${name}.${method}`, work)
    }
  }
  return offers
}

const actorIn = (role: Role): Actor => ({
  kind: 'person',
  id: `a-${role}`,
  roles: [role],
  institution: 'gt-inm',
  country: 'GTM',
})

let here: CaudalNode
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      here = node
      ready()
      await ended
    })
    running.catch(failed)
  })
})

afterAll(async () => {
  finish()
  await running
})

async function newestEntries(count: number): Promise<AuditEntry[]> {
  const rows = await here.register.query<{ entry: string }>(
    'select entry from audit_entries order by index desc limit $1',
    [count],
  )
  return rows.map(({ entry }) => readEntry(entry)!).reverse()
}

async function refusalOf(work: unknown): Promise<{ code?: string }> {
  try {
    if (work !== null && typeof work === 'object' && Symbol.asyncIterator in work) {
      await (work as AsyncGenerator).next()
    } else await work
    return {}
  } catch (error) {
    return error as { code?: string }
  }
}

describe('Every use case of every service', () => {
  test('says what the policy decides of it, or why nothing is to be decided', () => {
    expect(Object.keys(found).sort()).toEqual(Object.keys(services).sort())
    for (const file of Object.keys(found)) {
      const offered = [...offersOf(file, here).keys()].sort()
      expect(offered, file).toEqual(Object.keys(services[file]!).sort())
    }
  })

  for (const [file, offers] of Object.entries(services)) {
    for (const [name, useCase] of Object.entries(offers)) {
      if (typeof useCase === 'string') continue
      const [operation, ...given] = useCase
      test(`${file.replace('../', '').replace('/service.ts', '')}: ${name} is refused to whoever may not, before anything is done, and that is logged`, async () => {
        const everybody = [anonymous, ...(Object.keys(roles) as Role[]).map(actorIn)]
        const refused = everybody.filter(
          (actor) => decideOperation(actor, operation).outcome === 'refuse',
        )
        const call = offersOf(file, here).get(name)!
        for (const actor of refused) {
          const { code } = await refusalOf(call(actor, ...given))
          const expected = actor === anonymous ? 'not-signed-in' : 'role-lacks-operation'
          expect(code, actor.id).toBe(`policy.${expected}`)
        }
        const logged = await newestEntries(refused.length)
        expect(logged.map((entry) => [entry.actor, entry.action, entry.outcome])).toEqual(
          refused.map(({ id }) => [id, operation, 'refuse']),
        )
      })
    }
  }
})
