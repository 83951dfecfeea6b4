import { useState, type ReactNode } from 'react'
import type { RegisterDocument, WrittenRegister } from '@caudal/methods/govern'
import { Trouble } from '../../../account/form/form.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import type { Who } from '../../../account/who.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { Stored } from '../govern-queries.ts'
import { isOver, stateOf } from './document-state.ts'
import { useGovernWords } from '../words/govern-words.ts'
import styles from '../../desk.module.css'

interface ActsProps {
  readonly register: WrittenRegister
  readonly document: Stored
  readonly who: Who
  /** Told with what was done. */
  readonly onDone: (text: string) => void
}

/** Signing, approving and revoking: what a document waits for, by whoever may do it. */
export function DocumentActs({ register, document, who, onDone }: ActsProps): ReactNode {
  switch (register) {
    case 'agreement':
      return <Signatures {...{ document, who, onDone }} />
    case 'assessment':
      return (
        <Approval
          path="assessments"
          operation="govern.keep-registers"
          {...{ document, who, onDone }}
        />
      )
    case 'derogation':
      return (
        <Approval
          path="derogations"
          operation="govern.approve-derogation"
          {...{ document, who, onDone }}
        />
      )
    default:
      return null
  }
}

type GivenProps = Omit<ActsProps, 'register'>

/** One act: what it means, what went wrong, its button. */
function Act({
  lead,
  label,
  path,
  body = {},
  done,
  quiet = false,
  onDone,
}: {
  readonly lead: string
  readonly label: string
  readonly path: string
  readonly body?: object
  readonly done: string
  /** Whether another act is the one that the page is for. */
  readonly quiet?: boolean
  readonly onDone: (text: string) => void
}): ReactNode {
  const { language } = useSpeaking()
  const act = useDeed(async () => {
    await tellNode('POST', `/api/govern/${path}`, language, body)
    onDone(done)
  })
  return (
    <section className={styles['stack']}>
      <p>{lead}</p>
      <Trouble problem={act.problem} />
      <div className={styles['buttons']}>
        <button
          className="button"
          {...(quiet ? {} : { 'data-primary': '' })}
          type="button"
          disabled={act.busy}
          onClick={() => void act.run()}
        >
          {label}
        </button>
      </div>
    </section>
  )
}

function Signatures({ document, who, onDone }: GivenProps): ReactNode {
  const { acts } = useGovernWords().documents
  const { provider, recipient, signedByProvider, signedByRecipient } =
    document.content as RegisterDocument<'agreement'>
  const own = who.account.institution
  const [now] = useState(() => new Date().toISOString())
  const content = document.content as RegisterDocument<'agreement'>
  if (isOver(stateOf('agreement', content, now))) return <p>{acts.over}</p>
  const open = (
    [
      ['provider', provider, signedByProvider],
      ['recipient', recipient, signedByRecipient],
    ] as const
  ).filter(([, , signature]) => signature === undefined)
  if (open.length === 0) return <p>{acts.signedByBoth}</p>
  const mine = open.filter(
    ([, { institution }]) =>
      institution === own && who.operations.includes('govern.sign-agreement'),
  )
  return (
    <>
      <p>{open.length === 2 ? acts.unsigned : acts.halfSigned}</p>
      {mine.map(([as]) => (
        <Act
          key={as}
          lead={acts.signLead}
          label={acts.sign[as]}
          path={`agreements/${document.id}/signature`}
          body={{ as, version: document.version }}
          done={acts.signed}
          onDone={onDone}
        />
      ))}
    </>
  )
}

function Approval({
  path,
  operation,
  document,
  who,
  onDone,
}: GivenProps & {
  readonly path: 'assessments' | 'derogations'
  readonly operation: 'govern.keep-registers' | 'govern.approve-derogation'
}): ReactNode {
  const { acts } = useGovernWords().documents
  const content = document.content as
    RegisterDocument<'derogation'> | RegisterDocument<'assessment'>
  const may = who.operations.includes(operation)
  const [now] = useState(() => new Date().toISOString())
  if (path === 'derogations' && isOver(stateOf('derogation', content, now))) {
    return <p>{acts.over}</p>
  }
  if ('revokedAt' in content && content.revokedAt !== undefined) return null
  if (content.approvedBy === undefined) {
    if (!may) return <p>{acts.waiting}</p>
    const author = 'requestedBy' in content ? content.requestedBy : content.writtenBy
    if (author === who.account.id) {
      return (
        <p>
          {acts.waiting} {acts.approveLead}
        </p>
      )
    }
    return (
      <>
        <Act
          lead={path === 'derogations' ? acts.approveDerogation : acts.approveLead}
          label={acts.approve}
          path={`${path}/${document.id}/approval`}
          body={{ version: document.version }}
          done={acts.approved}
          onDone={onDone}
        />
        {path === 'derogations' && (
          <Act
            lead={acts.declineLead}
            label={acts.decline}
            path={`derogations/${document.id}/revocation`}
            done={acts.declined}
            quiet
            onDone={onDone}
          />
        )}
      </>
    )
  }
  if (path === 'assessments' || !may) return null
  return (
    <Act
      lead={acts.revokeLead}
      label={acts.revoke}
      path={`derogations/${document.id}/revocation`}
      done={acts.revoked}
      onDone={onDone}
    />
  )
}
