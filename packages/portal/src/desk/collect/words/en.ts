import type { CollectWording } from './collect-wording.ts'

export const english: CollectWording = {
  batches: {
    none: 'No file has been received yet.',
    file: 'File',
    institution: 'Institution',
    received: 'Received',
    read: 'Read',
    accepted: 'Accepted',
    rejected: 'Rejected',
    repeated: 'Repeated',
    state: 'Standing',
    states: { accepted: 'Counts', superseded: 'Corrected by another', withdrawn: 'Withdrawn' },
  },
}
