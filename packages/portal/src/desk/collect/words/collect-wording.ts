/** What the pages of received files say. */
export interface CollectWording {
  readonly batches: {
    readonly none: string
    readonly file: string
    readonly institution: string
    readonly received: string
    readonly read: string
    readonly accepted: string
    readonly rejected: string
    readonly repeated: string
    readonly state: string
    readonly states: Readonly<Record<'accepted' | 'superseded' | 'withdrawn', string>>
  }
}
