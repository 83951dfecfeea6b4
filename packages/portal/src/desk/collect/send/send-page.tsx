import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { NotFoundPage } from '../../../frame/not-found-page.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { Problem } from '../../../node-api/problem.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { CodesStep } from './codes-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { LayoutStep } from './layout-step.tsx'
import { RulesStep } from './rules-step.tsx'
import { SourceStep } from './source-step.tsx'
import { isSendStep, sendSteps, type SendStep } from './steps.ts'
import {
  recordTypeQuery,
  submissionQuery,
  type OpenedSubmission,
  type ProfileDraft,
} from './submission.ts'
import { TrialStep } from './trial-step.tsx'
import type { StepProps } from './step-props.ts'
import styles from '../../desk.module.css'
import steps from '../../steps.module.css'

const pages: Readonly<Record<SendStep, (props: StepProps) => ReactNode>> = {
  layout: LayoutStep,
  columns: ColumnsStep,
  codes: CodesStep,
  rules: RulesStep,
  source: SourceStep,
  trial: TrialStep,
}

/** One page of an import: which one, the address says; what was done before is kept in the node. */
export function SendPage(): ReactNode {
  return <SignedInOnly operation="collect.import">{() => <Send />}</SignedInOnly>
}

function Send(): ReactNode {
  const { id, step } = useParams({ from: '/$language/desk/collect/send/$id/$step' })
  const { language } = useSpeaking()
  const submission = useQuery(submissionQuery(id, language))
  if (!isSendStep(step)) return <NotFoundPage />
  if (submission.isError) {
    return submission.error instanceof Problem && submission.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <div className={styles['page']}>
        <ProblemNotice error={submission.error} retry={() => void submission.refetch()} />
      </div>
    )
  }
  if (submission.data === undefined) return <div aria-busy="true" />
  const { state, profile } = submission.data
  if (state !== 'draft' || profile === null) return <Closed submission={submission.data} />
  return <Opened submission={submission.data} profile={profile} step={step} />
}

function Opened({
  submission,
  profile,
  step,
}: {
  readonly submission: OpenedSubmission
  readonly profile: ProfileDraft
  readonly step: SendStep
}): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const recordType = useQuery(recordTypeQuery(profile.recordType, language))
  usePageTitle(`${words.steps[step]} · ${submission.fileName}`)
  if (recordType.isError) return <ProblemNotice error={recordType.error} />
  if (recordType.data === undefined) return <div aria-busy="true" />
  const Page = pages[step]
  return (
    <div className={styles['page']}>
      <div>
        <p className="eyebrow">
          {submission.fileName} · {words.step(sendSteps.indexOf(step) + 1, sendSteps.length)}
        </p>
        <h1>{words.steps[step]}</h1>
      </div>
      <ol className={steps['steps']}>
        {sendSteps.map((each) => (
          <li key={each}>
            <Link
              to="/$language/desk/collect/send/$id/$step"
              params={{ language, id: String(submission.id), step: each }}
            >
              {words.steps[each]}
            </Link>
          </li>
        ))}
      </ol>
      <Page
        key={`${step} ${submission.revision}`}
        submission={submission}
        profile={profile}
        recordType={recordType.data}
      />
    </div>
  )
}

/** A submission that became a batch, or nothing. */
function Closed({ submission }: { readonly submission: OpenedSubmission }): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const { became, fileName } = submission
  const title = became === null ? words.done.closed : words.done.title
  usePageTitle(title)
  return (
    <div className={styles['page']} data-narrow="">
      <div>
        <p className="eyebrow">{fileName}</p>
        <h1>{title}</h1>
      </div>
      {became !== null && <p>{words.done.lead}</p>}
      <p className={styles['buttons']}>
        {became !== null && (
          <Link
            className="button"
            data-primary=""
            to="/$language/desk/collect/batches/$id"
            params={{ language, id: String(became) }}
          >
            {words.done.toReport}
          </Link>
        )}
        <Link className="button" to="/$language/desk/collect/send" params={{ language }}>
          {words.done.another}
        </Link>
      </p>
    </div>
  )
}
