import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import { growthLevels, type GrowthAnswer, type GrowthRow } from '@caudal/methods/measure'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { formatSigned } from '../words/number-format.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { Choice } from './choice.tsx'
import { HowKnown } from './how-known.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { growthAddress, growthQuery } from './queries.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

/** How migrations grow, as first told and as known now. */
export function GrowthPage(): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const chosen = useSearch({ from: '/$language/growth' })
  const navigate = useNavigate({ from: '/$language/growth' })
  const direction = chosen.direction === 'departure' ? 'departure' : 'arrival'
  const level = growthLevels.find((each) => each === chosen.level) ?? 'year'
  const { country } = chosen
  const question = { direction, level, ...(country !== undefined && { country }) }
  const growth = useQuery(growthQuery(question, language))
  const choose = (more: Readonly<Record<string, string>>) =>
    void navigate({ search: { ...chosen, ...more }, replace: true })
  usePageTitle(words.growth.title)
  const known = growth.data
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.growth.title}</h1>
        <p className={styles['lead']}>{words.growth.lead}</p>
      </header>
      {known && <StatusBanner {...known} />}
      <div className={styles['choices']}>
        {known && known.country !== null && (
          <Choice
            label={words.country}
            value={known.country}
            options={known.countries.map(({ code, label }) => [code, label] as const)}
            onChoose={(value) => choose({ country: value })}
          />
        )}
        <Choice
          label={words.growth.direction}
          value={direction}
          options={Object.entries(words.growth.directions)}
          onChoose={(value) => choose({ direction: value })}
        />
        <Choice
          label={words.growth.level}
          value={level}
          options={growthLevels.map((each) => [each, words.growth.levels[each]] as const)}
          onChoose={(value) => choose({ level: value })}
        />
      </div>
      {growth.isError ? (
        <ProblemNotice error={growth.error} retry={() => void growth.refetch()} />
      ) : growth.isPending ? (
        <SlowNotice />
      ) : growth.data.rows.length === 0 ? (
        <p>{words.growth.empty}</p>
      ) : (
        <Rows answer={growth.data} download={growthAddress(question, language, 'csv')} />
      )}
      <Elsewhere />
    </div>
  )
}

function Rows({
  answer,
  download,
}: {
  readonly answer: GrowthAnswer
  readonly download: string
}): ReactNode {
  const { growth: words, known } = useMeasureWords()
  const { language } = useSpeaking()
  const label = answer.countries.find(({ code }) => code === answer.country)?.label ?? ''
  const caption = words.caption(label, words.directions[answer.direction])
  // An estimate has decimals: of a rounded one nobody could tell the per cent that stands beside it.
  const isWhole = answer.rows.every((row) =>
    [row.first, row.latest].every(({ value }) => Number.isInteger(value)),
  )
  const decimals = isWhole ? 0 : 1
  const figure = (value: number) => formatNumber(value, language, decimals)
  const rounded = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
  const percent = (value: number | null, row: GrowthRow, base: 'previous' | 'year') => {
    if (value === null) return ':'
    return (
      <>
        {formatSigned(value, language, 1)}
        {row.overBreak.includes(base) && (
          <>
            {' '}
            <span aria-hidden="true">b</span>
            <span className="visually-hidden">{words.overBreak}</span>
          </>
        )}
      </>
    )
  }
  // Of years the period before is the same as the year before.
  const bases = answer.level === 'year' ? (['year'] as const) : (['previous', 'year'] as const)
  const percentOf = { previous: 'previousPercent', year: 'yearPercent' } as const
  return (
    <>
      {answer.breaks.map(({ from, reason, source }) => (
        <p key={`${from} ${reason}`}>{words.break(periodLabel(from, language), reason, source)}</p>
      ))}
      <ScrollRegion label={caption}>
        <table className={styles['table']}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              <th scope="col" data-number="">
                {words.latest}
              </th>
              {bases.map((base) => (
                <th key={base} scope="col" data-number="">
                  {words.on[base]}
                </th>
              ))}
              <th scope="col" data-number="">
                {words.first}
              </th>
              {bases.map((base) => (
                <th key={base} scope="col" data-number="">
                  {words.firstOn[base]}
                </th>
              ))}
              <th scope="col" data-number="">
                {words.revision}
              </th>
              <th scope="col">{words.status}</th>
            </tr>
          </thead>
          <tbody>
            {answer.rows.toReversed().map((row) => (
              <tr key={row.period}>
                <th scope="row">{periodLabel(row.period, language)}</th>
                <td data-number="">{figure(row.latest.value)}</td>
                {bases.map((base) => (
                  <td key={base} data-number="">
                    {percent(row.latest[percentOf[base]], row, base)}
                  </td>
                ))}
                <td data-number="">{figure(row.first.value)}</td>
                {bases.map((base) => (
                  <td key={base} data-number="">
                    {percent(row.first[percentOf[base]], row, base)}
                  </td>
                ))}
                <td data-number="">
                  {formatSigned(
                    // of the figures that stand beside it
                    rounded(row.latest.value) - rounded(row.first.value),
                    language,
                    decimals,
                  )}
                </td>
                <td data-words="">
                  {words.told(
                    row.isFinal ? words.final : words.provisional,
                    periodLabel(row.first.release, language),
                    periodLabel(row.latest.release, language),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="hint">{words.legend}</p>
      <HowKnown
        said={known.growth}
        behind={[
          {
            label: known.editions(label, words.directions[answer.direction]),
            cube: 'migration-estimates',
            search: {
              rows: 'release',
              columns: answer.level === 'month' ? 'time' : `time.${answer.level}`,
              where: `country:${answer.country};direction:${answer.direction}`,
            },
          },
        ]}
        chapter="provisional-figures"
      />
      <p>
        <a href={download} download="">
          {words.download}
        </a>
      </p>
    </>
  )
}
