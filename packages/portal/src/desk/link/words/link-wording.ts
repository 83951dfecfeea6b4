type Said<Names extends string> = Readonly<Record<Names, string>>

/** What the pages of linkage say. */
export interface LinkWording {
  readonly back: string
  readonly records: (count: number) => string
  readonly kinds: Said<'same' | 'different'>
  readonly faults: Readonly<Record<string, string>>
  readonly overview: Said<
    | 'start'
    | 'nothing'
    | 'country'
    | 'linked'
    | 'records'
    | 'persons'
    | 'waiting'
    | 'quality'
    | 'notLinked'
    | 'stale'
    | 'see'
    | 'failed'
    | 'queued'
    | 'running'
  > & {
    readonly elsewhere: (moment: string) => string
    readonly review: (waiting: string) => string
    readonly runningAt: (country: string) => string
  }
  readonly apart: Said<'title' | 'why' | 'means' | 'register' | 'nobody' | 'circle'>
  readonly find: Said<'title' | 'record' | 'wrong' | 'send'>
  readonly review: Said<
    | 'none'
    | 'end'
    | 'fromStart'
    | 'before'
    | 'next'
    | 'more'
    | 'field'
    | 'sides'
    | 'alike'
    | 'keptApart'
    | 'missing'
    | 'hidden'
    | 'coarsened'
  > & {
    readonly title: (country: string) => string
    readonly pair: (place: string, open: string) => string
    readonly side: readonly [string, string]
    readonly whyGroup: (side: string) => string
  }
  readonly chart: Said<
    'what' | 'drawn' | 'bits' | 'prior' | 'kin' | 'crossings' | 'whole' | 'decided'
  > & {
    readonly title: (bits: string, share: string) => string
    readonly bands: (review: string, accept: string) => string
  }
  readonly decide: Said<
    'question' | 'choose' | 'reason' | 'reasonHint' | 'reasonNeeded' | 'send'
  > & {
    readonly done: (decision: number, kind: string) => string
  }
  readonly undo: Said<'send' | 'short' | 'leave' | 'usual' | 'nothing'> & {
    readonly reason: (decision: number) => string
    readonly done: (decision: number) => string
  }
  readonly keys: Said<'title' | 'wanted'> & {
    readonly does: Said<'1' | '2' | 'n' | 'b' | 'u'>
  }
  readonly person: Said<'cards' | 'card' | 'binding' | 'alone' | 'unlisted' | 'others'> & {
    readonly title: (person: string) => string
    readonly lead: (cards: number, run: number) => string
    readonly split: (fault: string, parts: number) => string
    readonly pair: (one: string, other: string) => string
  }
  readonly decisions: Said<'title' | 'lead' | 'none' | 'decision' | 'records' | 'who' | 'why'> & {
    readonly undone: (who: string, because: string) => string
  }
  readonly quality: Said<
    | 'rates'
    | 'figure'
    | 'estimated'
    | 'howEstimated'
    | 'nothingAccepted'
    | 'estimate'
    | 'intervalName'
    | 'precision'
    | 'recall'
    | 'truth'
    | 'truePersons'
    | 'repeatedMeans'
    | 'repeatedShort'
    | 'noCrossings'
    | 'byPost'
    | 'post'
    | 'postUnknown'
    | 'crossings'
  > & {
    readonly title: (country: string) => string
    readonly ofRecords: (records: string, run: number) => string
    readonly names: Said<'matched' | 'imputed' | 'aside' | 'repeated' | 'named'>
    readonly interval: (low: string, high: string) => string
    readonly againstTruth: (
      precision: string,
      recall: string,
      cut: string,
      together: string,
    ) => string
    readonly recallBy: Said<'sex' | 'names' | 'citizenship'>
    readonly groups: Said<'sex' | 'names' | 'citizenship'>
  }
}
