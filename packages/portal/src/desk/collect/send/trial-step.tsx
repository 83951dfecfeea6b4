import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { Trouble } from '../../../account/form/form.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { askNode, tellNode } from '../../../node-api/ask-node.ts'
import { Problem } from '../../../node-api/problem.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { CorrectionFields, type CorrectionDraft } from './correction.tsx'
import { ProfileText } from './profile-text.tsx'
import { ProgressBar } from './progress-bar.tsx'
import type { StepProps } from './step-props.ts'
import { stepOfPlace } from './steps.ts'
import { submissionQuery, type ProfileDraft, type Work } from './submission.ts'
import { TrialReport } from './trial-report.tsx'
import styles from '../../desk.module.css'

/** Milliseconds between two looks at work that is under way. */
const lookEvery = 700

/** What would become of the whole file; then the import itself, which alone changes anything. */
export function TrialStep({ submission, profile }: StepProps): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { id, fault, trial } = submission
  const address = `/api/collect/submissions/${id}/work`
  const work = useQuery({
    queryKey: ['account-items', 'submission-work', id, language],
    queryFn: ({ signal }) =>
      askNode<{ job: Work | null }>(`${address}?language=${language}`, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.job) ? lookEvery : false),
  })
  const job = work.data?.job ?? undefined
  const underWay = isUnderWay(job)
  const hasEnded = job !== undefined && !underWay
  // What the work has found, or become, is known to the node as soon as it ends.
  const ended = hasEnded ? `${job.kind} ${job.status}` : ''
  useEffect(() => {
    if (ended === '') return
    void client.invalidateQueries(submissionQuery(String(id), language))
  }, [ended, client, id, language])
  const [correction, setCorrection] = useState<CorrectionDraft>({})
  const start = useDeed(async (what: 'try' | 'take-in') => {
    const more = what === 'take-in' ? correction : {}
    await tellNode('POST', address, language, { work: what, ...more })
    await work.refetch()
  })
  const stop = useDeed(async () => {
    await tellNode('DELETE', address, language)
    await work.refetch()
  })
  const failure = job?.status === 'failed' ? job.problem : undefined
  // One and the same for one failure, so that the focus is moved to it once.
  const failed = useMemo(
    () => failure && new Problem(422, failure.code, failure.what, failure.advice),
    [failure],
  )
  const problem = start.problem ?? stop.problem ?? failed ?? undefined

  return (
    <>
      <p>{words.trial.lead}</p>
      {!underWay && !start.busy && <Trouble problem={problem} />}
      {fault ? (
        <div className={styles['caution']}>
          <h2>{words.trial.fault}</h2>
          <p>{fault.what}</p>
          <p>{fault.advice}</p>
          <p>
            <Link
              to="/$language/desk/collect/send/$id/$step"
              params={{ language, id: String(id), step: stepOfPlace(fault.place) }}
            >
              {words.trial.toFault}
            </Link>
          </p>
        </div>
      ) : underWay || start.busy ? (
        <>
          <ProgressBar
            label={`${words.trial.progress[job?.kind ?? 'collect.try']}${job?.step ? `: ${job.step}` : '…'}`}
            done={job?.done ?? 0}
          />
          <div className={styles['buttons']}>
            <button
              className="button"
              type="button"
              disabled={stop.busy}
              onClick={() => void stop.run()}
            >
              {words.trial.stop}
            </button>
          </div>
        </>
      ) : (
        <>
          {job?.status === 'cancelled' && <output>{words.trial.stopped}</output>}
          {trial && <TrialReport trial={trial} id={id} />}
          {trial && trial.rows.accepted > 0 && (
            <CorrectionFields
              dataset={profile.dataset}
              correction={correction}
              onChange={setCorrection}
            />
          )}
          {trial?.rows.accepted === 0 && <p>{words.trial.nothing}</p>}
          <div className={styles['buttons']}>
            {trial && trial.rows.accepted > 0 && (
              <button
                className="button"
                data-primary=""
                type="button"
                onClick={() => void start.run('take-in')}
              >
                {words.trial.takeIn(formatNumber(trial.rows.accepted, language))}
              </button>
            )}
            <button
              className="button"
              data-primary={trial ? undefined : ''}
              type="button"
              onClick={() => void start.run('try')}
            >
              {trial ? words.trial.again : words.trial.start}
            </button>
            <a
              className="button"
              data-quiet=""
              download={`${profile.id}.json`}
              href={profileAddress(profile)}
            >
              {words.trial.download}
            </a>
          </div>
        </>
      )}
      {!underWay && !start.busy && <ProfileText submission={submission} profile={profile} />}
    </>
  )
}

function isUnderWay(job: Work | null | undefined): boolean {
  return job?.status === 'waiting' || job?.status === 'running'
}

function profileAddress(profile: ProfileDraft): string {
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(profile, null, 2))}`
}
