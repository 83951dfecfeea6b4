import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import type { MirrorAnswer, MirrorCountries, MirrorReason } from '@caudal/methods/measure'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { formatPercent } from '../words/number-format.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { Choice } from './choice.tsx'
import { HowKnown, type Behind } from './how-known.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { mirrorCountriesQuery, mirrorQuery } from './queries.ts'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

/** One flow between two countries, as both count it. */
export function MirrorPage(): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const countries = useQuery(mirrorCountriesQuery(language))
  usePageTitle(words.mirror.title)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.mirror.title}</h1>
        <p className={styles['lead']}>{words.mirror.lead}</p>
      </header>
      {countries.isError ? (
        <ProblemNotice error={countries.error} retry={() => void countries.refetch()} />
      ) : countries.isPending ? (
        <SlowNotice />
      ) : countries.data.countries.length < 2 ? (
        <p>{words.mirror.empty}</p>
      ) : (
        <Comparison countries={countries.data} />
      )}
      <Elsewhere />
    </div>
  )
}

function Comparison({ countries: known }: { readonly countries: MirrorCountries }): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const chosen = useSearch({ from: '/$language/mirror' })
  const navigate = useNavigate({ from: '/$language/mirror' })
  const { countries } = known
  const codes = countries.map(({ code }) => code)
  const origin = codes.find((code) => code === chosen.origin) ?? codes[0]!
  const others = countries.filter(({ code }) => code !== origin)
  const destination =
    others.find(({ code }) => code === chosen.destination)?.code ?? others[0]!.code
  const flow = chosen.flow === 'migrations' ? 'migrations' : 'crossings'
  const period = chosen.period === 'month' ? 'month' : 'year'
  const by = (['sex', 'age', 'citizenship'] as const).find((each) => each === chosen.by) ?? ''
  const question = { origin, destination, flow, period, ...(by !== '' && { by }) }
  const mirror = useQuery(mirrorQuery(question, language))
  const choose = (more: Readonly<Record<string, string>>) =>
    void navigate({ search: { ...chosen, ...more }, replace: true })
  const named = countries.map(({ code, label }) => [code, label] as const)
  return (
    <>
      <StatusBanner synthetic={known.synthetic} protection={mirror.data?.protection ?? 'none'} />
      <div className={styles['choices']}>
        <Choice
          label={words.mirror.origin}
          value={origin}
          options={named}
          onChoose={(value) => choose({ origin: value })}
        />
        <Choice
          label={words.mirror.destination}
          value={destination}
          options={named.filter(([code]) => code !== origin)}
          onChoose={(value) => choose({ destination: value })}
        />
        <Choice
          label={words.mirror.flow}
          value={flow}
          options={Object.entries(words.mirror.flows)}
          onChoose={(value) => choose({ flow: value })}
        />
        <Choice
          label={words.by}
          value={by}
          options={Object.entries(words.mirror.breakdowns)}
          onChoose={(value) => choose({ by: value })}
        />
        <Choice
          label={words.mirror.period}
          value={period}
          options={Object.entries(words.mirror.periods)}
          onChoose={(value) => choose({ period: value })}
        />
      </div>
      {mirror.isError ? (
        <ProblemNotice error={mirror.error} />
      ) : mirror.isPending ? (
        <SlowNotice />
      ) : mirror.data.rows.length === 0 ? (
        <p>{mirror.data.tooFew.length > 0 ? words.mirror.tooFew : words.mirror.nothing}</p>
      ) : (
        <Pairs mirror={mirror.data} />
      )}
    </>
  )
}

function Pairs({ mirror }: { readonly mirror: MirrorAnswer }): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const count = (value: number | null) => (value === null ? ':' : formatNumber(value, language))
  const share = (value: number | null) => (value === null ? ':' : formatPercent(value, language))
  const { originLabel, destinationLabel, rows, coverage } = mirror
  const { by } = mirror
  const behind = (label: string, country: string, direction: string, other: string): Behind => ({
    label,
    cube: mirror.flow === 'migrations' ? 'migrations' : 'movements',
    search: {
      rows: [`time.${mirror.period}`, ...(by ? [by] : [])].join(','),
      where: `country:${country};direction:${direction};counterpart_country:${other}`,
    },
  })
  const known = [...new Set(rows.flatMap(({ reasons }) => reasons))]
  return (
    <>
      <p>
        {words.mirror.coverage(
          originLabel,
          share(coverage.origin),
          destinationLabel,
          share(coverage.destination),
        )}
        {coverage.isApproximate && <> {words.mirror.approximate}</>}
      </p>
      <ScrollRegion label={words.mirror.caption(originLabel, destinationLabel)}>
        <table className={styles['table']}>
          <caption>{words.mirror.caption(originLabel, destinationLabel)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.mirror.period}</th>
              {by !== undefined && <th scope="col">{words.mirror.breakdowns[by]}</th>}
              <th scope="col" data-number="">
                {words.mirror.departures(originLabel)}
              </th>
              <th scope="col" data-number="">
                {words.mirror.arrivals(destinationLabel)}
              </th>
              <th scope="col" data-number="">
                {words.mirror.ratio}
              </th>
              <th scope="col" data-number="">
                {words.mirror.difference}
              </th>
              <th scope="col">{words.mirror.why}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.period} ${row.group}`}>
                <th scope="row">{periodLabel(row.period, language)}</th>
                {by !== undefined && <td>{row.groupLabel}</td>}
                {(['departures', 'arrivals'] as const).map((side) => (
                  <td key={side} data-number="">
                    {row.withheld.includes(side) ? <Withheld /> : count(row[side])}
                  </td>
                ))}
                <td data-number="">
                  {row.ratio === null ? ':' : formatNumber(row.ratio, language, 2)}
                </td>
                <td data-number="">{count(row.difference)}</td>
                <td>
                  <Reasons reasons={row.reasons} known={known} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {known.length > 0 && (
        <ul className={styles['key']}>
          {known.map((reason, at) => (
            <li key={reason}>
              <b>{letters[at]}</b> {words.mirror.reasons[reason]}
            </li>
          ))}
        </ul>
      )}
      <p className="hint">{words.mirror.legend}</p>
      {mirror.regimes.map(
        (regime) =>
          regime !== 'none' && (
            <p key={regime} className="hint">
              {words.mirror.protections[regime]}
            </p>
          ),
      )}
      <HowKnown
        said={words.known.mirror}
        behind={[
          behind(
            words.mirror.departures(originLabel),
            mirror.origin,
            'departure',
            mirror.destination,
          ),
          behind(
            words.mirror.arrivals(destinationLabel),
            mirror.destination,
            'arrival',
            mirror.origin,
          ),
        ]}
        chapter="surveys-and-accounts"
      />
    </>
  )
}

const letters = 'abcdefgh'

/** Why two figures may differ: by letters that are explained below the table, in words to who listens. */
function Reasons({
  reasons,
  known,
}: {
  readonly reasons: readonly MirrorReason[]
  readonly known: readonly MirrorReason[]
}): ReactNode {
  const words = useMeasureWords()
  if (reasons.length === 0) return '–'
  return (
    <>
      <span aria-hidden="true">
        {reasons.map((reason) => letters[known.indexOf(reason)]).join(', ')}
      </span>
      <span className="visually-hidden">
        {reasons.map((reason) => words.mirror.reasons[reason]).join('; ')}
      </span>
    </>
  )
}

function Withheld(): ReactNode {
  const words = useMeasureWords()
  return (
    <>
      <span aria-hidden="true">⊘</span>
      <span className="visually-hidden">{words.mirror.withheld}</span>
    </>
  )
}
