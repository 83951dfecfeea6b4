import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { hashLeaf, readCheckpoint, readNote, verifyInclusion } from '@caudal/methods/govern'
import { TextField } from '../../account/form/text-field.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { checkSignature } from './check-signature.ts'
import { proofQuery, type Proof } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** One entry of the log, and whether it is in the log: computed here, not taken on trust. */
export function ProofPage(): ReactNode {
  const { index } = useParams({ from: '/$language/desk/govern/audit/$index' })
  const words = useGovernWords()
  const { language } = useSpeaking()
  const proof = useQuery(proofQuery(index))
  const title = words.log.entry(Number(index))
  usePageTitle(title)
  const checkpoint = proof.data && readCheckpoint(readNote(proof.data.note)?.text ?? '')
  return (
    <div className={styles['page']} data-narrow="" aria-busy={proof.isPending}>
      <h1>{title}</h1>
      {proof.isError && <ProblemNotice error={proof.error} />}
      {proof.data !== undefined && (
        <>
          <output>
            <strong>{isProved(proof.data) ? words.log.proved : words.log.notProved}</strong>
          </output>
          {checkpoint !== undefined && <p>{words.log.provedLead(checkpoint.size)}</p>}
          <Signature proof={proof.data} />
          <Text title={words.log.text} text={proof.data.entry} />
          <Text title={words.log.checkpoint} text={proof.data.note} />
          <Text title={words.log.path} text={proof.data.path.join('\n')} />
        </>
      )}
      <p>
        <Link to="/$language/desk/govern/audit" params={{ language }}>
          {words.audit}
        </Link>
      </p>
    </div>
  )
}

/** Whether the checkpoint is signed by the key of the log: the node's own, or one that was kept. */
function Signature({ proof }: { readonly proof: Proof }): ReactNode {
  const { log } = useGovernWords()
  const [kept, setKept] = useState('')
  const key = kept.trim() === '' ? proof.key : kept.trim()
  const standing = useQuery({
    queryKey: ['account-items', 'govern', 'signature', proof.note, key],
    queryFn: () => checkSignature(proof.note, key),
    staleTime: Infinity,
  })
  return (
    <section aria-labelledby="signature" className={styles['stack']}>
      <h2 id="signature">{log.signature}</h2>
      <output>
        {standing.data !== undefined && <strong>{log.signatures[standing.data]}</strong>}
      </output>
      <p>{log.signatureLead}</p>
      <pre className={styles['verbatim']}>{proof.key}</pre>
      <TextField
        id="kept-key"
        label={log.keptKey}
        hint={log.keptKeyHint}
        value={kept}
        onText={setKept}
        autoComplete="off"
      />
    </section>
  )
}

function Text({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <pre className={styles['verbatim']}>{text}</pre>
    </section>
  )
}

function isProved({ entry, index, path, note }: Proof): boolean {
  const checkpoint = readCheckpoint(readNote(note)?.text ?? '')
  if (checkpoint === undefined) return false
  const hashes = path.map((hash) => Uint8Array.from(atob(hash), (char) => char.charCodeAt(0)))
  const leaf = hashLeaf(new TextEncoder().encode(entry))
  return verifyInclusion(leaf, index, checkpoint.size, hashes, checkpoint.root)
}
