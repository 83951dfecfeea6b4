import type { DutyEvery, DutyState } from '../calendar/calendar.ts'

/** What the submission calendar says. */
export interface CalendarWording {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly rule: (every: string, days: number) => string
  readonly endedOn: (day: string) => string
  readonly period: string
  readonly due: string
  readonly standing: string
  readonly received: string
  readonly states: Readonly<Record<DutyState, string>>
  readonly daysLate: (days: number) => string
  readonly every: Readonly<Record<DutyEvery, string>>
  readonly add: string
  readonly institution: string
  readonly dataset: string
  readonly datasetHint: string
  readonly howOften: string
  readonly days: string
  readonly from: string
  readonly save: string
  readonly earlier: (periods: number, missing: number) => string
  readonly showEarlier: string
  readonly end: string
  readonly endNamed: (name: string) => string
}
