import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { TextField } from '../../../account/form/text-field.tsx'
import { sayDay } from '../../../account/own/moment.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { batchesQuery } from '../batches/batches.ts'
import { useCompareWords } from '../words/compare-words.ts'
import { SelectField } from './select-field.tsx'
import styles from '../../desk.module.css'

/** The file whose place another one takes, and why. */
export interface CorrectionDraft {
  readonly supersedes?: number
  readonly because?: string
}

/** Whether a file corrects one received before; nothing where the dataset has none that counts. */
export function CorrectionFields({
  dataset,
  correction,
  onChange,
}: {
  readonly dataset: string
  readonly correction: CorrectionDraft
  readonly onChange: (correction: CorrectionDraft) => void
}): ReactNode {
  const words = useCompareWords()
  const { language } = useSpeaking()
  const batches = useQuery(batchesQuery(language))
  const earlier = (batches.data?.batches ?? []).filter(
    (each) => each.dataset === dataset && each.status === 'accepted' && !each.derived,
  )
  if (earlier.length === 0) return null
  const { supersedes, because = '' } = correction
  return (
    <div className={styles['fields']}>
      <SelectField
        id="supersedes"
        label={words.correction}
        hint={words.correctionLead}
        of={[
          ['', words.correctionNone],
          ...earlier.map(
            (each) =>
              [
                String(each.id),
                `${each.id} · ${each.fileName} · ${sayDay(each.receivedAt, language)}`,
              ] as const,
          ),
        ]}
        value={supersedes === undefined ? '' : String(supersedes)}
        onChoose={(id) => onChange(id === '' ? {} : { supersedes: Number(id), because })}
      />
      {supersedes !== undefined && (
        <TextField
          id="because"
          label={words.correctionBecause}
          value={because}
          maxLength={1000}
          onText={(text) => onChange({ supersedes, because: text })}
        />
      )}
    </div>
  )
}
