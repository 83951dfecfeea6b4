import type { DatedState, DocumentState } from '../documents/document-state.ts'
import type { RegisterDocument } from '@caudal/methods/govern'
import type { DocumentsWording } from './documents-wording.ts'

type RequestKind = RegisterDocument<'request'>['kind']
type RequestState = RegisterDocument<'request'>['state']

/** What the pages of data protection say. */
export interface GovernWording {
  readonly due: string
  readonly nothingDue: string
  readonly what: string
  readonly by: string
  readonly late: string
  readonly registers: string
  readonly inventory: string
  readonly inventoryLead: string
  readonly countsElsewhere: string
  readonly audit: string
  readonly newRequest: string
  readonly back: string
  readonly document: string
  readonly version: string
  readonly standing: string
  readonly standings: Readonly<
    Record<Exclude<DocumentState['is'], DatedState>, string> &
      Record<DatedState, (by: string) => string>
  >
  readonly changed: string
  readonly none: string
  readonly kinds: Readonly<Record<RequestKind, string>>
  readonly states: Readonly<Record<RequestState, string>>
  readonly abouts: Readonly<Record<RegisterDocument<'notice'>['about'], string>>
  readonly request: {
    readonly kind: string
    readonly state: string
    readonly received: string
    readonly owner: string
    readonly ownerHint: string
    readonly records: string
    readonly waits: string
    readonly checked: string
    readonly lifted: string
    readonly notices: string
    readonly recipient: string
    readonly told: string
    readonly acknowledged: string
    readonly markTold: string
    readonly markAcknowledged: string
    readonly search: string
    readonly searchLead: string
    readonly document: string
    readonly given: string
    readonly family: string
    readonly birth: string
    readonly find: string
    found(records: number): string
    waiting(records: number): string
    /** A request that the officers of another country answer. */
    elsewhere(country: string): string
    readonly tied: string
    readonly tiedLead: string
    tiedCount(records: number): string
    tiedOne(batch: number, record: number): string
    /** How a record is tied to the person; the probability where it is to be judged. */
    readonly ties: Readonly<
      Record<'open' | 'linked' | 'document' | 'possible', (probability: number | null) => string>
    >
    readonly identityTitle: string
    readonly identity: string
    readonly identityPending: string
    readonly needsIdentity: string
    readonly pendingLead: string
    readonly markChecked: string
    readonly closeUnproved: string
    readonly closeHint: string
    readonly save: string
    readonly needsRecords: string
    readonly noneFound: string
    readonly noneNamed: string
    readonly nameLead: string
    readonly name: string
    readonly noneHeldLead: string
    readonly noneHeld: string
    readonly noneDone: string
    readonly noneCertificate: string
    unsearched(records: number, files: number): string
    readonly access: string
    readonly accessLead: string
    readonly accessAgain: string
    readonly accessAgainLead: string
    givenOn(day: string): string
    readonly givenOnce: string
    /** What the person reads first. */
    readonly givenLead: (owner: string, records: number, waiting: number) => string
    readonly givenRights: string
    readonly print: string
    readonly saveAnswer: string
    readonly recordNumber: string
    recordOf(number: number, dataset: string): string
    waitsIn(form: string): string
    readonly givenTo: string
    readonly givenToNobody: string
    readonly certificateLead: string
    readonly noneCertificateLead: string
    readonly erasure: string
    readonly erasureLead: string
    readonly restriction: string
    readonly restrictionLead: string
    readonly lift: string
    readonly because: string
    readonly correction: string
    readonly correctionLead: string
    readonly field: string
    readonly value: string
    readonly noValue: string
    readonly fieldTwice: (field: string) => string
    readonly certificate: string
    readonly saveCertificate: string
    readonly outcome: string
    readonly refuse: string
    readonly refuseHint: string
    readonly done: string
  }
  readonly notices: {
    readonly lead: string
    readonly open: string
    readonly settled: string
    readonly nothing: string
    readonly notSent: string
    readonly publisher: string
    readonly request: string
    readonly through: Readonly<Record<'agreement' | 'release' | 'transfer', string>>
  }
  readonly documents: DocumentsWording
  readonly retention: {
    readonly title: string
    readonly lead: string
    readonly nothing: string
    count(things: number): string
    readonly dataset: string
    readonly batch: string
    readonly what: string
    readonly since: string
    readonly kinds: Readonly<
      Record<'identities' | 'records' | 'entries' | 'drafts' | 'files', string>
    >
    readonly caution: string
    readonly erase: string
    readonly eraseOwn: string
    erased(things: number): string
    readonly runs: string
    readonly runsLead: string
    readonly noRun: string
    readonly when: string
    readonly whose: Readonly<Record<'daily' | 'by-hand', string>>
    readonly outcomes: Readonly<Record<'running' | 'done' | 'held' | 'failed', string>>
    readonly outcome: string
    readonly nothingErased: string
    readonly ofOthers: string
    readonly onlyOthers: string
    left(things: number): string
    of(batch: number, dataset: string): string
    unscheduled(datasets: string): string
    readonly backups: string
    readonly noBackup: string
    newestBackup(at: string): string
    readonly oldBackup: string
    keptBackups(count: number, oldest: string): string
    readonly holdErased: string
  }
  readonly waiting: {
    readonly title: string
    readonly lead: string
    readonly what: string
    readonly count: string
    readonly owner: string
    readonly held: string
    readonly oldest: string
    readonly keptUntil: string
    readonly noEnd: string
    readonly files: string
    readonly processed: string
    readonly nothingProcessed: string
  }
  readonly held: {
    readonly dataset: string
    readonly owner: string
    readonly nobody: string
    readonly batches: string
    readonly records: string
    readonly withNames: string
    readonly withheld: string
    readonly erased: string
    readonly shared: string
    readonly used: string
  }
  readonly log: {
    readonly lead: string
    readonly when: string
    readonly who: string
    readonly what: string
    readonly purpose: string
    readonly outcome: string
    readonly outcomes: Readonly<Record<'allow' | 'mask' | 'refuse' | 'done' | 'failed', string>>
    readonly vias: Readonly<Record<'person' | 'token' | 'job' | 'terminal' | 'anonymous', string>>
    readonly older: string
    readonly newest: string
    entries(size: number): string
    entry(index: number): string
    readonly proved: string
    readonly notProved: string
    provedLead(size: number): string
    readonly text: string
    readonly checkpoint: string
    readonly signature: string
    readonly signatures: Readonly<Record<'good' | 'bad' | 'unknown', string>>
    readonly signatureLead: string
    readonly keptKey: string
    readonly keptKeyHint: string
    readonly path: string
  }
}
