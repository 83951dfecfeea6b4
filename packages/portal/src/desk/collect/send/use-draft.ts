import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeed, type Deed } from '../../../account/form/use-deed.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { sendSteps, type SendStep } from './steps.ts'
import { submissionQuery, type OpenedSubmission, type ProfileDraft } from './submission.ts'

/** Keeps a changed draft in the node, then goes to another page of the import. */
export function useDraft(
  submission: OpenedSubmission,
): Deed<readonly [profile: ProfileDraft, to: SendStep]> {
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = String(submission.id)
  return useDeed(async (profile: ProfileDraft, to: SendStep) => {
    if (JSON.stringify(profile) !== JSON.stringify(submission.profile)) {
      const opened = await tellNode<OpenedSubmission>(
        'PUT',
        `/api/collect/submissions/${id}/profile?language=${language}`,
        language,
        { revision: submission.revision, profile },
      )
      client.setQueryData(submissionQuery(id, language).queryKey, opened)
    }
    await navigate({
      to: '/$language/desk/collect/send/$id/$step',
      params: { language, id, step: to },
    })
  })
}

/** The page after another one, or before it. */
export function stepBeside(step: SendStep, by: 1 | -1): SendStep {
  return sendSteps[sendSteps.indexOf(step) + by] ?? step
}
