import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import {
  questionsNotKept,
  sayFormText,
  type FormFieldMapping,
} from '@caudal/methods/collect/xlsform'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { SelectField } from '../send/select-field.tsx'
import { recordTypesQuery } from '../send/submission.ts'
import { FieldRow } from './field-row.tsx'
import {
  formQuery,
  proposalQuery,
  type OpenedForm,
  type Proposal,
  type ProposedField,
} from './forms.ts'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** Which question of a form each field of the record comes from: proposed, changed, confirmed. */
export function FieldsPage(): ReactNode {
  return <SignedInOnly operation="collect.import">{() => <Fields />}</SignedInOnly>
}

/** The record type that a reception desk most often fills in. */
const usualType = 'return'

function Fields(): ReactNode {
  const { fields: words } = useFormsWords()
  const { language } = useSpeaking()
  const { id } = useParams({ from: '/$language/desk/collect/forms/$id/fields' })
  const form = useQuery(formQuery(id, language))
  const types = useQuery(recordTypesQuery(language))
  const [chosen, setChosen] = useState<string>()
  const recordType = chosen ?? form.data?.mapping?.recordType ?? usualType
  const proposal = useQuery(proposalQuery(id, recordType, language))
  const title = form.data === undefined ? '' : words.title(form.data.title)
  usePageTitle(title)
  const failed = [form, types, proposal].find(({ isError }) => isError)
  return (
    <div className={styles['page']} aria-busy={!failed && proposal.isPending}>
      <h1>{title || words.recordType}</h1>
      {failed && <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />}
      <p>{words.lead}</p>
      <SelectField
        id="record-type"
        label={words.recordType}
        of={(types.data?.recordTypes ?? []).map((type) => [type.id, type.label] as const)}
        value={recordType}
        onChoose={setChosen}
      />
      {form.data && proposal.data && (
        <FieldsForm
          // Another record type has other fields: what was chosen for them does not carry over.
          key={`${proposal.data.recordType} ${form.data.mappingId}`}
          form={form.data}
          proposal={proposal.data}
        />
      )}
    </div>
  )
}

type Mappings = Readonly<Record<string, FormFieldMapping>>

function FieldsForm({
  form,
  proposal,
}: {
  readonly form: OpenedForm
  readonly proposal: Proposal
}): ReactNode {
  const { fields: words } = useFormsWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = String(form.id)
  const kept = form.mapping?.recordType === proposal.recordType ? form.mapping : undefined
  const [mappings, setMappings] = useState<Mappings>(() => kept?.fields ?? proposedOf(proposal))
  const [dataset, setDataset] = useState(kept?.dataset ?? proposal.dataset)
  const [licence, setLicence] = useState(kept?.licence ?? '')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [first] = useState(
    () => new Set(proposal.fields.filter((each) => isFirst(each, mappings)).map((each) => each.id)),
  )
  const lost = questionsNotKept(form.definition, { fields: mappings })
  const keep = useDeed(async () => {
    const fields = Object.fromEntries(
      Object.entries(mappings).filter(([, { column, constant }]) => column ?? constant),
    )
    const mapping = { recordType: proposal.recordType, dataset, licence, fields }
    await tellNode('POST', `/api/collect/forms/${id}/mapping`, language, mapping)
    await client.invalidateQueries({ queryKey: ['account-items', 'forms'] })
    await navigate({ to: '/$language/desk/collect/forms/$id', params: { language, id } })
  })
  const check = (): readonly Fault[] => [
    ...proposal.fields
      .filter(({ id: field, isRequired }) => isRequired && !isGiven(mappings[field]))
      .map(({ id: field, label }) => ({
        field: `source-${field}`,
        what: words.fieldMissing(label),
      })),
    ...findEmpty(account, {
      dataset: [words.dataset, dataset],
      licence: [words.licence, licence],
    }),
  ]
  const table = (caption: string, of: readonly ProposedField[]) => (
    <div data-stacked="">
      <table className={styles['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((field) => (
            <FieldRow
              key={field.id}
              form={form}
              recordType={proposal.recordType}
              field={field}
              mapping={mappings[field.id]}
              fault={faults.find(({ field: wrong }) => wrong === `source-${field.id}`)}
              onChange={(mapping) => setMappings((before) => ({ ...before, [field.id]: mapping }))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
  return (
    <Form
      problem={keep.problem}
      faults={faults}
      onSend={() => {
        const wrong = check()
        setFaults(wrong)
        if (wrong.length === 0) void keep.run()
      }}
    >
      {table(
        words.needed,
        proposal.fields.filter(({ id: field }) => first.has(field)),
      )}
      <details>
        <summary>{words.others}</summary>
        {table(
          words.others,
          proposal.fields.filter(({ id: field }) => !first.has(field)),
        )}
      </details>
      <section aria-labelledby="lost">
        <h2 id="lost">{words.notKept}</h2>
        {lost.length === 0 ? (
          <p>{words.everythingKept}</p>
        ) : (
          <>
            <p>{words.notKeptLead}</p>
            <ul>
              {lost.map(({ name, label }) => (
                <li key={name}>
                  {sayFormText(label, language, form.definition.defaultLanguage) || name}{' '}
                  <span className="hint">({name})</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <TextField
        id="dataset"
        label={words.dataset}
        hint={words.datasetHint}
        faults={faults}
        value={dataset}
        onText={setDataset}
      />
      <TextField
        id="licence"
        label={words.licence}
        hint={words.licenceHint}
        faults={faults}
        value={licence}
        onText={setLicence}
      />
      <div className={styles['buttons']}>
        <button className="button" data-primary="" type="submit" disabled={keep.busy}>
          {words.confirm}
        </button>
        <Link className="button" to="/$language/desk/collect/forms/$id" params={{ language, id }}>
          {words.back}
        </Link>
      </div>
    </Form>
  )
}

function proposedOf({ fields }: Proposal): Mappings {
  return Object.fromEntries(
    fields.flatMap(({ id, mapping }) => (mapping === null ? [] : [[id, mapping]])),
  )
}

function isFirst({ id, isRequired }: ProposedField, mappings: Mappings): boolean {
  return isRequired || mappings[id] !== undefined
}

function isGiven(mapping: FormFieldMapping | undefined): boolean {
  return Boolean(mapping?.column ?? mapping?.constant)
}
