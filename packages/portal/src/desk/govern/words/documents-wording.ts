/** What the pages on which documents of registers are written say. */
export interface DocumentsWording {
  readonly add: string
  newIn(register: string): string
  readonly id: string
  readonly idHint: string
  optional(label: string): string
  readonly choose: string
  readonly yes: string
  readonly no: string
  readonly typeFirst: string
  fields(count: number): string
  readonly addEntry: string
  readonly remove: string
  removeEntry(place: number): string
  readonly save: string
  readonly saved: string
  readonly change: string
  /** Of an agreement that is signed. */
  readonly end: string
  /** Said instead, where it is another country's, or of the whole node and another country has entered it. */
  readonly keptElsewhere: string
  readonly compare: string
  readonly differences: string
  readonly differencesLead: string
  readonly noDifference: string
  readonly field: string
  readonly now: string
  readonly yours: string
  readonly take: string
  takeField(label: string): string
  readonly versions: string
  versionBy(version: number, by: string, at: string): string
  readonly mine: string
  readonly mineLead: string
  readonly noneAsked: string
  readonly ask: string
  readonly until: string
  readonly giveBack: Readonly<Record<'waiting' | 'in-force', string>>
  readonly giveBackWhat: string
  readonly acts: {
    readonly unsigned: string
    readonly halfSigned: string
    readonly signedByBoth: string
    readonly signLead: string
    readonly sign: Readonly<Record<'provider' | 'recipient', string>>
    readonly signed: string
    readonly waiting: string
    readonly approveLead: string
    readonly approveDerogation: string
    readonly approve: string
    readonly approved: string
    readonly over: string
    readonly declineLead: string
    readonly decline: string
    readonly declined: string
    readonly revokeLead: string
    readonly revoke: string
    readonly revoked: string
  }
}
