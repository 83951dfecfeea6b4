import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { sayDay } from '../../account/own/moment.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { institutionsQuery } from '../../account/people/institutions.ts'
import type { Stored } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'

/** That a recipient is to be told what became of records: to whom, by when, and whether it knows. */
export function Notice({
  notice,
  mayTell,
}: {
  readonly notice: Stored<'notice'>
  /** Whether the reader notes that it was sent; the recipient only acknowledges. */
  readonly mayTell: boolean
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const listed = useQuery(institutionsQuery)
  const { recipient, through, dueOn, told, acknowledged, about, request } = notice.content
  const note = useDeed(async (step: 'told' | 'acknowledged') => {
    await tellNode('POST', `/api/govern/notices/${notice.id}/${step}`, language, {})
    await client.invalidateQueries({ queryKey: ['account-items', 'govern'] })
  })
  const next = told === undefined ? 'told' : 'acknowledged'
  const [way, named = ''] = through.split(':')
  const name =
    recipient === 'publisher'
      ? words.notices.publisher
      : (listed.data?.institutions.find(({ id }) => id === recipient)?.name ?? recipient)
  return (
    <li>
      <p>
        <strong>{name}</strong> · {words.abouts[about]} · {words.by} {sayDay(dueOn, language)}
        {told !== undefined && ` · ${words.request.told} ${sayDay(told.on, language)}`}
        {acknowledged !== undefined &&
          ` · ${words.request.acknowledged} ${sayDay(acknowledged.on, language)}`}
        <br />
        <span className="hint">
          {words.notices.through[way as keyof typeof words.notices.through]} {named} ·{' '}
          {words.notices.request} {request}
        </span>
      </p>
      <Trouble problem={note.problem} />
      {acknowledged === undefined && (mayTell || next === 'acknowledged') && (
        <button
          className="button"
          type="button"
          disabled={note.busy}
          onClick={() => void note.run(next)}
        >
          {next === 'told' ? words.request.markTold : words.request.markAcknowledged}
        </button>
      )}
      {!mayTell && next === 'told' && <span className="hint">{words.notices.notSent}</span>}
    </li>
  )
}
