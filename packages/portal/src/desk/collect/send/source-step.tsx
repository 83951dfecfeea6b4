import { useState, type ReactNode } from 'react'
import { languages } from '@caudal/methods/vocabulary'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { useCollectWords } from '../words/collect-words.ts'
import { useReadingWords } from '../words/reading-words.ts'
import { StepButtons } from './step-buttons.tsx'
import type { StepProps } from './step-props.ts'
import { stepBeside, useDraft } from './use-draft.ts'

/** Whose records they are, what the dataset is called and how it is cited. */
export function SourceStep({ submission, profile }: StepProps): ReactNode {
  const { send: words } = useCollectWords()
  const account = useAccountWords()
  const reading = useReadingWords()
  const [title, setTitle] = useState(profile.title)
  const [source, setSource] = useState(profile.source)
  const [dataset, setDataset] = useState(profile.dataset)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const draft = useDraft(submission)
  const shown = (part: 'owner' | 'licence' | 'citation') => {
    const value: unknown = source[part]
    return typeof value === 'string' ? value : ''
  }
  const keep = (to: 1 | -1) => {
    const empty = findEmpty(account, {
      ...Object.fromEntries(
        languages.map((each) => [`title-${each}`, [words.source.titles[each], title[each]]]),
      ),
      owner: [words.source.owner, shown('owner')],
      licence: [words.source.licence, shown('licence')],
      dataset: [words.source.dataset, dataset],
    })
    // Going back is never held up.
    setFaults(to === 1 ? empty : [])
    if (to === 1 && empty.length > 0) return
    const citation = source['citation'] || `${shown('owner')}: ${title.es}`
    void draft.run(
      { ...profile, title, dataset, source: { ...source, title: title.es, citation } },
      stepBeside('source', to),
    )
  }
  return (
    <Form problem={draft.problem} faults={faults} onSend={() => keep(1)}>
      <p>{words.source.lead}</p>
      {languages.map((each) => (
        <TextField
          key={each}
          id={`title-${each}`}
          label={words.source.titles[each]}
          faults={faults}
          lang={each}
          value={title[each]}
          onText={(text) => setTitle({ ...title, [each]: text })}
        />
      ))}
      {(['owner', 'licence', 'citation'] as const).map((part) => (
        <TextField
          key={part}
          id={part}
          label={words.source[part]}
          {...(part === 'owner' ? {} : { hint: words.source[`${part}Hint`] })}
          faults={faults}
          value={shown(part)}
          onText={(text) => setSource({ ...source, [part]: text })}
        />
      ))}
      <TextField
        id="url"
        label={reading.url}
        value={typeof source['url'] === 'string' ? source['url'] : ''}
        onText={(text) => {
          const { url: _, ...others } = source
          setSource(text === '' ? others : { ...others, url: text })
        }}
      />
      <TextField
        id="dataset"
        label={words.source.dataset}
        hint={words.source.datasetHint}
        faults={faults}
        value={dataset}
        onText={setDataset}
      />
      <StepButtons busy={draft.busy} onBack={() => keep(-1)} />
    </Form>
  )
}
