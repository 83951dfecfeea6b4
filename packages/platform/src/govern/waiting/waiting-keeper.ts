import type { CaudalNode, Queryable } from '../../store/index.ts'
import type { SearchedIdentity } from '../requests/find-records.ts'

/** A record of a person that has been entered and is in no batch yet. */
export interface WaitingPlace {
  /** Number of the entry: a UUID. */
  readonly entry: string
  /** Which record of the entry, where it has several. */
  readonly instance?: string | undefined
}

/** The same with what it says, and whose it is. */
export interface WaitingRecord extends WaitingPlace {
  /** What people call the form. */
  readonly form: string
  readonly dataset: string
  readonly recordType: string
  /** The institution whose people entered it, and its country (ISO 3166-1 alpha-3; '' for none). */
  readonly owner: string
  readonly country: string
  readonly state: 'draft' | 'waiting'
  /** ISO instant. */
  readonly enteredAt: string
  /** The record that it would become, by field. */
  readonly record: Readonly<Record<string, unknown>>
  /** All that was answered, in the words of the form: what no field keeps too. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
}

/** A change that is ready, to be made within the transaction that tells of it. */
export type WaitingChange = (transaction: Queryable) => Promise<void>

/** How the rights of a person reach the records that wait. */
export interface WaitingRights {
  /** Records by what names the person: all that is given agrees, capitals, accents and blanks aside. */
  find(node: CaudalNode, searched: SearchedIdentity): Promise<readonly WaitingRecord[]>
  /**
   * Records as they wait; those that were discarded or erased are left out.
   * @throws {Refusal} where one has joined a batch meanwhile, or joins it at this moment
   */
  read(node: CaudalNode, places: readonly WaitingPlace[]): Promise<readonly WaitingRecord[]>
  /**
   * In a state that was restored: of some places, those that wait in it, taken back from whatever job was to take
   * them in.
   */
  takeBack(node: CaudalNode, places: readonly WaitingPlace[]): Promise<readonly WaitingPlace[]>
  /** Destroys the answers with their key; of an entry with several records, those of the others stay. */
  erase(node: CaudalNode, places: readonly WaitingPlace[]): Promise<WaitingChange>
  /** @param values by field, as text; null where nothing is to stand there. @throws {Refusal} */
  correct(
    node: CaudalNode,
    places: readonly WaitingPlace[],
    values: Readonly<Record<string, string | null>>,
  ): Promise<WaitingChange>
}

/** What is kept of persons for a while, until it is a batch, and is kept no longer. */
export interface ExpiredWaiting {
  /** `entries`: records that wait; `drafts`: forms half filled in; `files`: files that were sent in. */
  readonly what: 'entries' | 'drafts' | 'files'
  readonly dataset: string
  /** What people call it: the title of a form; of files, their institution. */
  readonly title: Readonly<Record<string, string>>
  readonly owner: string
  readonly count: number
  /** Day from which the first of them is no longer kept, ISO date. */
  readonly since: string
  readonly ids: readonly string[]
}

/** How much of it there is. */
export interface WaitingStock {
  readonly what: ExpiredWaiting['what']
  readonly title: Readonly<Record<string, string>>
  readonly dataset: string
  readonly owner: string
  readonly country: string
  readonly count: number
  /** Of these, those that a request of a person holds back. */
  readonly held: number
  /** Day of the oldest and day on which the first of them is erased, ISO dates; null where nobody says. */
  readonly oldest: string
  readonly keptUntil: string | null
}

/** For how many days the names of a dataset are kept; undefined where no activity says. */
export type DaysOfNames = (dataset: string) => number | undefined

/** A stage that keeps records of persons outside the lake until they join it. */
export interface WaitingKeeper {
  readonly rights?: WaitingRights
  takeStock(node: CaudalNode, daysOf: DaysOfNames): Promise<readonly WaitingStock[]>
  /** @param today ISO date */
  findExpired(
    node: CaudalNode,
    today: string,
    daysOf: DaysOfNames,
  ): Promise<readonly ExpiredWaiting[]>
  /** Erases what has expired. @param within what is to be part of the transaction: the run, the log */
  eraseExpired(node: CaudalNode, expired: ExpiredWaiting, within: WaitingChange): Promise<void>
}

const declared = new Set<WaitingKeeper>()

/**
 * Declares a keeper where its stage is loaded: a stage above this one knows what its entries mean, and
 * the rights of persons, retention and the inventory have to reach them all the same.
 */
export function declareWaiting(keeper: WaitingKeeper): void {
  declared.add(keeper)
}

/** Every keeper that is loaded. */
export function waitingKeepers(): readonly WaitingKeeper[] {
  return [...declared]
}
