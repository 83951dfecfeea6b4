import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import { survivalBreakdowns, type SurvivalAnswer } from '@caudal/methods/measure'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { formatPercent } from '../words/number-format.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { Choice } from './choice.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { survivalAddress, survivalQuery } from './queries.ts'
import { SurvivalChart } from './survival-chart.tsx'
import { curveLabel } from './survival-curves.ts'
import { SurvivalTable } from './survival-table.tsx'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

/** How long stays last: curves by group, as whoever asks may see them. */
export function SurvivalPage(): ReactNode {
  const all = useMeasureWords()
  const { survival: words } = all
  const { language } = useSpeaking()
  const chosen = useSearch({ from: '/$language/survival' })
  const navigate = useNavigate({ from: '/$language/survival' })
  const by = survivalBreakdowns.find((each) => each === chosen.by) ?? ''
  const question = {
    ...(by !== '' && { by }),
    ...(chosen.country !== undefined && { country: chosen.country }),
    ...(chosen.year !== undefined && { year: chosen.year }),
  }
  const survival = useQuery(survivalQuery(question, language))
  const choose = (more: Readonly<Record<string, string | undefined>>) =>
    void navigate({ search: { ...chosen, ...more }, replace: true })
  usePageTitle(words.title)
  const known = survival.data
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <p className={styles['lead']}>{words.lead}</p>
      </header>
      {known && <StatusBanner {...known} />}
      <div className={styles['choices']}>
        {known && known.country !== null && (
          <>
            <Choice
              label={all.country}
              value={known.country}
              options={known.countries.map(({ code, label }) => [code, label] as const)}
              onChoose={(value) => choose({ country: value })}
            />
            <Choice
              label={words.year}
              value={known.year === null ? '' : String(known.year)}
              options={[
                ...(known.isDaily ? [['', words.allYears] as const] : []),
                ...known.years
                  .toReversed()
                  .map((year) => [String(year), periodLabel(String(year), language)] as const),
              ]}
              onChoose={(value) => choose({ year: value === '' ? undefined : value })}
            />
          </>
        )}
        <Choice
          label={all.by}
          value={by}
          options={survivalBreakdowns.map((each) => [each, words.breakdowns[each]] as const)}
          onChoose={(value) => choose({ by: value === '' ? undefined : value })}
        />
      </div>
      {survival.isError ? (
        <ProblemNotice error={survival.error} retry={() => void survival.refetch()} />
      ) : survival.isPending ? (
        <SlowNotice />
      ) : survival.data.country === null ? (
        <p>{words.empty}</p>
      ) : (
        <Curves answer={survival.data} download={survivalAddress(question, language, 'csv')} />
      )}
      <Elsewhere />
    </div>
  )
}

function Curves({
  answer,
  download,
}: {
  readonly answer: SurvivalAnswer
  readonly download: string
}): ReactNode {
  const { survival: words } = useMeasureWords()
  const { language } = useSpeaking()
  const { curves, isDaily } = answer
  const isShown = curves.some(({ points }) => points.some(({ survival }) => survival !== null))
  return (
    <>
      {isShown ? (
        <figure className={styles['figure']}>
          <figcaption className={styles['said']}>
            <Finding answer={answer} />
          </figcaption>
          <SurvivalChart answer={answer} />
        </figure>
      ) : (
        <p>{isDaily ? words.empty : words.nothingShown}</p>
      )}
      {curves.length > 0 && <SurvivalTable answer={answer} />}
      {isShown && (
        <p>
          <a href={download} download="">
            {words.download}
          </a>
        </p>
      )}
      <section className={styles['figure']}>
        <h2>{words.definition}</h2>
        {words.definitionText.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <section className={styles['figure']}>
        <h2>{words.limits}</h2>
        {words.limitsOf[isDaily ? 'daily' : 'classes'].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <section className={styles['figure']}>
        <h2>{words.known}</h2>
        {answer.imputed !== null && (
          <p>{words.imputed(shareOf(answer.imputed, curves, language))}</p>
        )}
        <p>{words.knownText}</p>
        <p>
          <Link
            to="/$language/methods/$page"
            params={{ language, page: 'surveys-and-accounts' }}
            hash="how-long-stays-last"
          >
            {words.method}
          </Link>
        </p>
      </section>
    </>
  )
}

function shareOf(
  imputed: number,
  curves: SurvivalAnswer['curves'],
  language: Parameters<typeof formatPercent>[1],
): string {
  const stays = curves.reduce((sum, curve) => sum + (curve.stays ?? 0), 0)
  return formatPercent(stays === 0 ? 0 : imputed / stays, language)
}

/** What the curves come to: of the largest group the share nearest to a half, and the medians of a few groups. */
function Finding({ answer }: { readonly answer: SurvivalAnswer }): ReactNode {
  const { survival: words } = useMeasureWords()
  const { language } = useSpeaking()
  const { curves, observedUntil, countries, country, isDaily } = answer
  const told = curves.filter(({ points }) => points.some(({ survival }) => survival !== null))
  const largest = told.reduce((most, each) => ((each.stays ?? 0) > (most.stays ?? 0) ? each : most))
  const far = (share: number | null) => (share === null ? 2 : Math.abs(share - 0.5))
  const point = largest.points.reduce((nearest, each) =>
    far(each.survival) < far(nearest.survival) ? each : nearest,
  )
  const name = countries.find(({ code }) => code === country)?.label ?? ''
  const number = (value: number) => formatNumber(value, language)
  const stays = curves.reduce((sum, each) => sum + (each.stays ?? 0), 0)
  const open = curves.reduce((sum, each) => sum + (each.open ?? 0), 0)
  return (
    <>
      <h2>
        {words.finding(
          answer.by === '' ? name : `${name}, ${curveLabel(largest, words.all)}`,
          formatPercent(point.survival!, language),
          number(point.days),
        )}
      </h2>
      {isDaily && observedUntil !== null && (
        <p>{words.explained(number(stays), number(open), periodLabel(observedUntil, language))}</p>
      )}
      {isDaily &&
        told.length <= 3 &&
        told.map((curve) => (
          <p key={curve.group}>
            {curve.median === null
              ? words.medianNotReached(curveLabel(curve, words.all))
              : words.median(curveLabel(curve, words.all), number(curve.median))}
          </p>
        ))}
    </>
  )
}
