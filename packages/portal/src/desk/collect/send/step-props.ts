import type { DescribedRecordType, OpenedSubmission, ProfileDraft } from './submission.ts'

/** What every page of an import is given. */
export interface StepProps {
  readonly submission: OpenedSubmission
  readonly profile: ProfileDraft
  readonly recordType: DescribedRecordType
}
