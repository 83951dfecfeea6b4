import { useState, type ReactNode } from 'react'
import { registerFields, type WrittenRegister } from '@caudal/methods/govern'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import {
  askedFields,
  contentOf,
  draftOf,
  missingFields,
  type Content,
  type Draft,
} from './draft.ts'
import { Differences } from './differences.tsx'
import { FieldInput, idOf } from './field-input.tsx'
import { identifierFrom } from './identifier-from.ts'
import type { Choosing } from './use-offered.ts'
import styles from '../../desk.module.css'

interface FormProps {
  readonly register: WrittenRegister
  /** The document that is changed; a new one where there is none. */
  readonly id?: string
  /** The document as it stands now. */
  readonly content?: Content
  /** What was written before somebody else saved a version: shown beside that one. */
  readonly written?: Draft
  /** The version that the form was read from; 0 for a new document. */
  readonly version: number
  readonly offered: Choosing
  /** Of whoever fills it in: what a new breach or complaint concerns, unless another one is chosen. */
  readonly institution?: string
  readonly onSaved: (id: string) => void
  /** Called where somebody else has saved a version meanwhile. */
  readonly onConflict: (draft: Draft) => void
}

/** Registers with an address of their own, because not the protection officer alone writes in them. */
const addressOf: Readonly<Partial<Record<WrittenRegister, string>>> = {
  derogation: 'derogations',
  institution: 'institutions',
}

/** Enters a document, or changes one: the fields of its register, in their order. */
export function DocumentForm({
  register,
  id,
  content,
  written,
  version,
  offered,
  institution = '',
  onSaved,
  onConflict,
}: FormProps): ReactNode {
  const words = useGovernWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const fields = registerFields[register]
  const [draft, setDraft] = useState<Draft>(
    () => written ?? draftOf(fields, content ?? beginning(register, institution)),
  )
  const [drawn] = useState(() => Date.now().toString(36))
  const [name, setName] = useState<string>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const chosen = id ?? name ?? identifierFrom(register, draft, drawn)
  const save = useDeed(async () => {
    const path = addressOf[register] ?? `registers/${register}`
    await tellNode('PUT', `/api/govern/${path}/${encodeURIComponent(chosen)}`, language, {
      after: version,
      content: ofAll(register, contentOf(fields, draft, content, offered.countryOf)),
    })
    onSaved(chosen)
  })
  const conflict = save.problem?.code === 'registers.version-conflict' && id !== undefined
  const type = draft['recordType']
  const shown = askedFields(fields, draft).filter(
    ({ place }) => !isSigned(content) || place === 'endedOn',
  )
  return (
    <Form
      problem={save.problem}
      faults={faults}
      onSend={() => {
        const missing = missingFields(fields, draft).map((field) => ({
          field: idOf(field),
          what: account.needed(field.label[language]),
        }))
        const unnamed =
          chosen === '' ? [{ field: 'document-id', what: account.needed(words.documents.id) }] : []
        setFaults([...unnamed, ...missing])
        if (missing.length + unnamed.length === 0) void save.run()
      }}
    >
      {conflict && (
        <p>
          <button
            className="button"
            type="button"
            onClick={() => {
              save.forget()
              onConflict(draft)
            }}
          >
            {words.documents.compare}
          </button>
        </p>
      )}
      {written !== undefined && (
        <Differences
          register={register}
          present={content ?? {}}
          draft={draft}
          offered={offered}
          onTake={(place, value) => setDraft({ ...draft, [place]: value })}
        />
      )}
      {shown.map((field) => (
        <FieldInput
          key={field.place}
          field={field}
          value={draft[field.place] ?? ''}
          faults={faults}
          offered={offered}
          recordType={typeof type === 'string' ? type : ''}
          onChange={(value) => setDraft({ ...draft, [field.place]: value })}
        />
      ))}
      {id === undefined && (
        <TextField
          id="document-id"
          label={words.documents.id}
          hint={words.documents.idHint}
          value={chosen}
          onText={setName}
          faults={faults}
          maxLength={63}
          autoComplete="off"
        />
      )}
      <div className={styles['buttons']}>
        <button className="button" data-primary="" type="submit" disabled={save.busy}>
          {words.documents.save}
        </button>
      </div>
    </Form>
  )
}

/** An agreement that a party has signed changes in its end alone: nothing else is offered. */
export function isSigned(content: Content | undefined): boolean {
  return content?.['signedByProvider'] !== undefined || content?.['signedByRecipient'] !== undefined
}

/** Left empty on the form, the institution of a breach or a complaint is none: it concerns the whole node. */
function ofAll(register: WrittenRegister, content: Content): Content {
  const isOfAll = register === 'breach' || register === 'complaint'
  return isOfAll && content['institution'] === undefined
    ? { ...content, institution: null }
    : content
}

/** Days within which a complaint is answered, where nothing else is entered. */
const daysToAnswer = 30

/** What a new document begins with. */
function beginning(register: WrittenRegister, institution: string): Content {
  const own = institution === '' ? {} : { institution }
  const dayIn = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  switch (register) {
    case 'complaint':
      return { ...own, receivedOn: dayIn(0), dueOn: dayIn(daysToAnswer) }
    case 'undertaking':
      return { signedOn: dayIn(0) }
    case 'agreement':
      return { from: dayIn(0) }
    case 'breach':
      return { ...own, noticedAt: new Date().toISOString() }
    case 'assessment':
      return { risks: [{ risk: '', measure: '' }] }
    default:
      return {}
  }
}
