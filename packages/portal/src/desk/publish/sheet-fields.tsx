import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { SelectField } from '../collect/send/select-field.tsx'
import { templatesQuery } from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'

/** A sheet by its template, country and period: what a draft and an announcement both ask for. */
export function useSheet({ announcing = false }: { readonly announcing?: boolean } = {}) {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const templates = useQuery(templatesQuery(language))
  const [template, setTemplate] = useState('')
  const [given, setCountry] = useState<string>()
  const [period, setPeriod] = useState('')
  const country = given ?? templates.data?.own ?? ''
  // a sheet of several countries is announced by whoever coordinates them
  const regional = !announcing || (templates.data?.coordinates ?? false)
  const known = (templates.data?.templates ?? []).filter(
    ({ needs }) => regional || needs.includes('country'),
  )
  const chosen = known.find(({ id }) => id === template) ?? known[0]
  const needs = (what: 'country' | 'month' | 'year') => chosen?.needs.includes(what) ?? false
  return {
    templates,
    chosen,
    asked: () => ({
      template: chosen?.id ?? '',
      ...(needs('country') && { country }),
      period: period.trim(),
    }),
    check(): Fault[] {
      const found: Fault[] = []
      if (needs('country') && country === '') {
        const isNowhere = (templates.data?.countries ?? []).length === 0
        const what = isNowhere ? words.draft.noCountry : words.draft.countryWrong
        found.push({ field: 'country', what })
      }
      const pattern = needs('month') ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}$/
      if (!pattern.test(period.trim())) {
        const what = needs('month') ? words.draft.monthWrong : words.draft.yearWrong
        found.push({ field: 'period', what })
      }
      return found
    },
    fields: (faults: readonly Fault[]): ReactNode => (
      <>
        <SelectField
          id="template"
          label={words.draft.template}
          of={known.map(({ id }) => [id, words.templates[id] ?? id] as const)}
          value={chosen?.id ?? ''}
          onChoose={setTemplate}
        />
        {needs('country') && (
          <SelectField
            id="country"
            label={words.draft.country}
            of={[
              ['', words.draft.chooseCountry],
              ...(templates.data?.countries ?? []).map(({ code, label }) => [code, label] as const),
            ]}
            value={country}
            onChoose={setCountry}
            faults={faults}
          />
        )}
        <TextField
          id="period"
          type={needs('month') ? 'month' : 'text'}
          label={needs('month') ? words.draft.month : words.draft.year}
          hint={needs('month') ? words.draft.monthHint : words.draft.yearHint}
          value={period}
          onText={setPeriod}
          faults={faults}
          maxLength={7}
          autoComplete="off"
        />
      </>
    ),
  }
}
