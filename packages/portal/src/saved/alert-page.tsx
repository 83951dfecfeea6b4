import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import { Form, type Fault } from '../account/form/form.tsx'
import { TextField } from '../account/form/text-field.tsx'
import { useDeed } from '../account/form/use-deed.ts'
import { SignedInOnly } from '../account/signed-in-only.tsx'
import { usePageTitle } from '../frame/page-title.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { shortUnit } from '../words/unit.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { tidyName } from './browser-views.ts'
import { alertsQuery, seriesQuery, type SeriesSeen, type Threshold } from './saved-queries.ts'
import { readNumber } from './read-number.ts'
import { useSavedWords } from './words/saved-words.ts'
import styles from './saved.module.css'

/** Sets a threshold on a series, which the address names. */
export function AlertPage(): ReactNode {
  const t = useSavedWords()
  usePageTitle(t.newAlert)
  return <SignedInOnly operation="govern.own-account">{() => <NewAlert />}</SignedInOnly>
}

function NewAlert(): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const { cube, query } = useSearch({ from: '/$language/saved/alert' })
  const series = useQuery(seriesQuery(cube, query, language))
  const [done, setDone] = useState<{ name: string; met: boolean }>()
  return (
    <div className={styles['page']}>
      <h1>{t.newAlert}</h1>
      {series.isPending && <SlowNotice />}
      {series.isError && <ProblemNotice error={series.error} />}
      {series.data && <SeriesFacts series={series.data} />}
      {done !== undefined && (
        <output className={styles['done']}>
          {t.alertSet(done.name)} {done.met && t.metAlready}
        </output>
      )}
      {series.data && done === undefined && (
        <SetThreshold series={series.data} cube={cube} query={query} onDone={setDone} />
      )}
      <p>
        <Link to="/$language/saved" params={{ language }}>
          {t.toSaved}
        </Link>
      </p>
    </div>
  )
}

function SeriesFacts({ series }: { readonly series: SeriesSeen }): ReactNode {
  const t = useSavedWords()
  const { language, words } = useSpeaking()
  const { description, period, figure, unit, decimals, change, synthetic, path } = series
  return (
    <section className={styles['section']} aria-label={t.series}>
      <p>
        {synthetic && <strong>{words.status.syntheticShort}: </strong>}
        <a href={path}>{description}</a>
      </p>
      <dl className={styles['newest']}>
        <div>
          <dt>{periodLabel(period, language)}</dt>
          <dd>
            {formatNumber(figure, language, decimals)} {shortUnit(unit)}
          </dd>
        </div>
        {(['previous', 'year'] as const).map((basis) => (
          <div key={basis}>
            <dt>{t.changeOn[basis]}</dt>
            <dd>{t.percent(change[basis])}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t.everybodys}</p>
    </section>
  )
}

function SetThreshold({
  series,
  cube,
  query,
  onDone,
}: {
  readonly series: SeriesSeen
  readonly cube: string
  readonly query: string
  readonly onDone: (done: { name: string; met: boolean }) => void
}): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [kind, setKind] = useState<Threshold['kind']>('above')
  const [basis, setBasis] = useState<'previous' | 'year'>('previous')
  const [written, setWritten] = useState('')
  const [name, setName] = useState(series.description.slice(0, 120))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const threshold = readNumber(written, language)
  const given = { kind, basis: kind === 'change' ? basis : null }
  const set = useDeed(async (value: number) => {
    const body = { cube, query, name: tidyName(name), threshold: value, ...given }
    const { met } = await tellNode<{ met: boolean }>(
      'POST',
      `/api/publish/alerts?language=${language}`,
      language,
      body,
    )
    await client.invalidateQueries(alertsQuery(language))
    onDone({ name: body.name, met })
  })
  const send = (): void => {
    const found: Fault[] = []
    if (threshold === undefined || (kind === 'change' && threshold <= 0)) {
      found.push({ field: 'threshold', what: t.thresholdNeeded })
    }
    if (tidyName(name) === '') found.push({ field: 'alert-name', what: t.nameEmpty })
    setFaults(found)
    if (found.length === 0 && threshold !== undefined) void set.run(threshold)
  }
  return (
    <div className={styles['narrow']}>
      <Form problem={set.problem} faults={faults} onSend={send}>
        <fieldset className={styles['kinds']}>
          <legend>{t.tellMe}</legend>
          {(['above', 'below', 'change'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="kind"
                checked={kind === each}
                onChange={() => setKind(each)}
              />
              {t.kinds[each]}
            </label>
          ))}
        </fieldset>
        <TextField
          id="threshold"
          label={kind === 'change' ? t.percentLabel : t.thresholdLabel(shortUnit(series.unit))}
          value={written}
          onText={setWritten}
          faults={faults}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
        />
        {kind === 'change' && (
          <div className="field">
            <label htmlFor="basis">{t.basis}</label>
            <select
              id="basis"
              className="select"
              value={basis}
              onChange={({ target }) => setBasis(target.value === 'year' ? 'year' : 'previous')}
            >
              <option value="previous">{t.changeOn.previous}</option>
              <option value="year">{t.changeOn.year}</option>
            </select>
          </div>
        )}
        <output>
          {threshold !== undefined &&
            t.thresholdOf({ ...given, threshold }, shortUnit(series.unit))}
        </output>
        <TextField
          id="alert-name"
          label={t.alertName}
          value={name}
          onText={setName}
          faults={faults}
          autoComplete="off"
          autoCapitalize="sentences"
          maxLength={120}
        />
        <div>
          <button type="submit" className="button" data-primary="" disabled={set.busy}>
            {t.setAlert}
          </button>
        </div>
      </Form>
    </div>
  )
}
