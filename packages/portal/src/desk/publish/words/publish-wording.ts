import type { ReleaseState, Why } from '../releases.ts'

/** What the pages of releases say. */
export interface PublishWording {
  readonly states: Readonly<Record<ReleaseState, string>>
  readonly events: Readonly<
    Record<'drafted' | 'approved' | 'rejected' | 'scheduled' | 'superseded', string>
  >
  readonly templates: Readonly<Record<string, string>>
  readonly cubes: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, string>>
  readonly why: Readonly<Record<Why, string>>
  readonly clock: {
    readonly title: string
    lead(minutes: string): string
    readonly confirm: string
  }
  readonly list: Readonly<Record<'none' | 'draft' | 'release' | 'state' | 'time', string>>
  readonly draft: Readonly<
    Record<
      | 'title'
      | 'template'
      | 'country'
      | 'chooseCountry'
      | 'countryWrong'
      | 'noCountry'
      | 'month'
      | 'monthHint'
      | 'monthWrong'
      | 'year'
      | 'yearHint'
      | 'yearWrong'
      | 'threshold'
      | 'thresholdHint'
      | 'thresholdWrong'
      | 'start'
      | 'waiting'
      | 'done'
      | 'failed'
      | 'again',
      string
    >
  >
  readonly one: {
    readonly preview: string
    readonly protection: string
    readonly open: string
    leftOut(names: string): string
    readonly alone: string
    readonly compare: string
    readonly nothingToCompare: string
    readonly history: string
    /** @param shown how many, as written; `cells` and `problems` below come with their noun */
    hidden(hidden: number, shown: string, cells: string): string
    /** @param above undefined where it is the least possible */
    lost(cost: string, above: string | undefined): string
    attacked(cells: string, witnesses: string, problems: string): string
    readonly notAttacked: string
    together(releases: string): string
    revisions(count: number, cells: string): string
    kept(count: number, cells: string): string
    /** What the solver did, and how much of what it was allowed that is. */
    work(problems: string, percent: string): string
  }
  readonly hidden: {
    readonly title: string
    readonly none: string
    readonly lead: string
    readonly cell: string
    readonly why: string
    readonly guards: (cell: string, totals: number) => string
    readonly common: (what: string) => string
    readonly value: string
    readonly reach: string
    readonly open: string
    from(low: string): string
    between(low: string, high: string): string
    first(shown: string, all: string): string
  }
  readonly decide: Readonly<
    Record<
      | 'title'
      | 'ownDraft'
      | 'regional'
      | 'remark'
      | 'remarkHint'
      | 'approve'
      | 'reject'
      | 'takeBack'
      | 'hour'
      | 'hourHint'
      | 'hourWrong'
      | 'setHour'
      | 'changeHour'
      | 'now'
      | 'successor'
      | 'successorHint'
      | 'successorNeeded'
      | 'supersede',
      string
    > & { ofTheCountry(country: string): string }
  >
  readonly compare: {
    /** Where every figure is the same in both. */
    readonly unchanged: string
    readonly before: string
    readonly after: string
    readonly difference: string
    readonly absent: string
    readonly same: string
    readonly changed: string
    readonly hidden: string
    readonly shown: string
    readonly added: string
    readonly gone: string
    readonly legend: string
    notListed(cells: string): string
    title(before: string, after: string): string
    back(id: string): string
  }
  readonly calendar: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'none'
      | 'late'
      | 'announce'
      | 'due'
      | 'dueHint'
      | 'dueWrong'
      | 'save'
      | 'move'
      | 'newDue'
      | 'reason'
      | 'reasonHint'
      | 'reasonNeeded'
      | 'withdraw'
      | 'public',
      string
    >
  > & {
    moved(from: string, reason: string): string
    moveNamed(title: string): string
  }
}
