import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { SelectField } from '../send/select-field.tsx'
import { useCodesWords } from '../words/codes-words.ts'
import { forgetCodes, type ShownList } from './codes.ts'
import styles from '../../desk.module.css'

const languages = ['es', 'en', 'fr'] as const

interface Draft {
  readonly code: string
  readonly es: string
  readonly en: string
  readonly fr: string
  readonly above: string
  readonly aliases: string
  readonly from: string
  readonly because: string
}

const empty: Draft = {
  code: '',
  es: '',
  en: '',
  fr: '',
  above: '',
  aliases: '',
  from: '',
  because: '',
}

/** Adds a code to a list of the node. */
export function AddCode({ list }: { readonly list: ShownList }): ReactNode {
  const words = useCodesWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(empty)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [added, setAdded] = useState('')
  const isPlace = list.opening === 'parent'
  const aboveLabel = isPlace ? words.parentOf(list.above?.title ?? list.title) : words.countsAs
  const choices = isPlace
    ? (list.above?.codes ?? []).map(({ code, label }) => [code, `${label} (${code})`] as const)
    : [
        ...list.codes
          .filter(({ own, code }) => !own && !code.startsWith('_'))
          .map(({ code, label }) => [code, label] as const),
        ['_O', words.other] as const,
      ]
  const change = (part: keyof Draft) => (text: string) => setDraft({ ...draft, [part]: text })
  const add = useDeed(async () => {
    const { code, es, en, fr, above, aliases, from, because } = draft
    await tellNode('POST', `/api/collect/codes/${encodeURIComponent(list.id)}`, language, {
      code,
      label: { es, en, fr },
      ...(isPlace ? { parent: above } : { standard: above }),
      aliases: aliases
        .split(',')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      validFrom: from,
      because,
    })
    await forgetCodes(client)
    setDraft(empty)
    setAdded(code)
  })
  const field = (part: keyof Draft, label: string, hint?: string) => (
    <TextField
      id={`code-${part}`}
      label={label}
      hint={hint}
      faults={faults}
      type={part === 'from' ? 'date' : 'text'}
      maxLength={part === 'because' ? 1000 : 200}
      value={draft[part]}
      onText={change(part)}
    />
  )
  return (
    <details>
      <summary>{words.add}</summary>
      <Form
        problem={add.problem}
        faults={faults}
        onSend={() => {
          setAdded('')
          const missing = findEmpty(account, {
            'code-code': [words.code, draft.code],
            ...Object.fromEntries(
              languages.map((each) => [`code-${each}`, [words.nameIn[each], draft[each]]] as const),
            ),
            'code-above': [aboveLabel, draft.above],
            'code-from': [words.from, draft.from],
            'code-because': [words.because, draft.because],
          })
          setFaults(missing)
          if (missing.length === 0) void add.run()
        }}
      >
        {field('code', words.code, words.codeHint)}
        {languages.map((each) => (
          <TextField
            key={each}
            id={`code-${each}`}
            label={words.nameIn[each]}
            faults={faults}
            lang={each}
            maxLength={200}
            value={draft[each]}
            onText={change(each)}
          />
        ))}
        <SelectField
          id="code-above"
          label={aboveLabel}
          hint={isPlace ? words.parentHint : words.countsAsHint}
          faults={faults}
          of={[['', '–'], ...choices]}
          value={draft.above}
          onChoose={change('above')}
        />
        {field('aliases', words.aliases, words.aliasesHint)}
        {field('from', words.from, words.fromHint)}
        {field('because', words.because, words.becauseHint)}
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={add.busy}>
            {words.save}
          </button>
        </div>
      </Form>
      <output>{added !== '' && words.added(added)}</output>
    </details>
  )
}
