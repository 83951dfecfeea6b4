import { calendarEnglish } from './calendar-en.ts'
import type { CollectWording } from './collect-wording.ts'
import { sendEnglish } from './send-en.ts'

export const english: CollectWording = {
  batches: {
    countsElsewhere: 'A dash: how many records another country has is told in that country.',
    none: 'No file has been received yet.',
    file: 'File',
    institution: 'Institution',
    received: 'Received',
    read: 'Read',
    accepted: 'Accepted',
    rejected: 'Rejected',
    repeated: 'Repeated',
    state: 'Standing',
    derived: (count) => `Written by this node from them (${count})`,
    derivedCaption: 'Batches written by this node',
    states: { accepted: 'Counts', superseded: 'Corrected by another', withdrawn: 'Withdrawn' },
  },
  batch: {
    downloads: 'Report for the institution, in its language',
    page: 'page (HTML)',
    workbook: 'workbook (XLSX)',
    withdraw: 'Withdraw this file',
    withdrawLead:
      'Its records will count in no later figure. What is published can still be verified. It cannot be undone: if it was a mistake, send the file again.',
    because: 'Reason',
    becauseHint: 'Whoever opens the report reads it: name no person.',
    all: 'All files received',
  },
  send: sendEnglish,
  calendar: calendarEnglish,
}
