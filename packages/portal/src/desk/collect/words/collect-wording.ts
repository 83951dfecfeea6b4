import type { CalendarWording } from './calendar-wording.ts'
import type { SendWording } from './send-wording.ts'

/** What the pages of received files say. */
export interface CollectWording {
  readonly batches: {
    readonly none: string
    readonly countsElsewhere: string
    readonly file: string
    readonly institution: string
    readonly received: string
    readonly read: string
    readonly accepted: string
    readonly rejected: string
    readonly repeated: string
    readonly state: string
    readonly derived: (count: string) => string
    readonly derivedCaption: string
    readonly states: Readonly<Record<'accepted' | 'superseded' | 'withdrawn', string>>
  }
  readonly batch: {
    readonly downloads: string
    readonly page: string
    readonly workbook: string
    readonly withdraw: string
    readonly withdrawLead: string
    readonly because: string
    readonly becauseHint: string
    readonly all: string
  }
  readonly send: SendWording
  readonly calendar: CalendarWording
}
