import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import type { SurvivalAnswer, SurvivalPoint } from '@caudal/methods/measure'
import { formatPercent } from '../words/number-format.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { curveLabel } from './survival-curves.ts'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

const signs = { 'not-followed': ':', withheld: '⊘' } as const

/** The share of stays that lasts longer at the ends of classes, with its interval and who was still there. */
export function SurvivalTable({ answer }: { readonly answer: SurvivalAnswer }): ReactNode {
  const { survival: words } = useMeasureWords()
  const { language } = useSpeaking()
  const { curves, countries, country, year } = answer
  const name = countries.find(({ code }) => code === country)?.label ?? ''
  const years = year === null ? words.allYears.toLocaleLowerCase(language) : String(year)
  const caption = words.caption(name, years)
  const days = curves[0]!.points.map((point) => point.days)
  const marks = new Set(curves.flatMap(({ points }) => points.map(({ mark }) => mark)))
  const used = (['not-followed', 'withheld'] as const).filter((mark) => marks.has(mark))
  return (
    <>
      <ScrollRegion label={caption}>
        <table className={styles['table']}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              <th scope="col" data-number="">
                {words.stays}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" data-number="">
                  {words.longerThan(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {curves.map((curve) => (
              <tr key={curve.group}>
                <th scope="row">{curveLabel(curve, words.all)}</th>
                <td data-number="">
                  {curve.stays === null ? (
                    <Sign mark="withheld" />
                  ) : (
                    formatNumber(curve.stays, language)
                  )}
                </td>
                {curve.points.map((point) => (
                  <td key={point.days} data-number="">
                    <Point point={point} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {used.length > 0 && (
        <ul className={styles['key']}>
          {used.map((mark) => (
            <li key={mark}>
              <b aria-hidden="true">{signs[mark]}</b> {words.marks[mark]}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Sign({ mark }: { readonly mark: keyof typeof signs }): ReactNode {
  const { survival: words } = useMeasureWords()
  return (
    <>
      <span aria-hidden="true">{signs[mark]}</span>
      <span className="visually-hidden">{words.marks[mark]}</span>
    </>
  )
}

function Point({ point }: { readonly point: SurvivalPoint }): ReactNode {
  const { survival: words } = useMeasureWords()
  const { language } = useSpeaking()
  const { survival, low, high, still, mark } = point
  if (survival === null) return <Sign mark={mark ?? 'not-followed'} />
  const percent = (share: number) => formatPercent(share, language)
  return (
    <>
      <strong>{percent(survival)}</strong>
      {low !== null && high !== null && (
        <>
          <br />
          {words.interval(percent(low), percent(high))}
        </>
      )}
      {still !== null && (
        <>
          <br />
          {words.stillThere(formatNumber(still, language))}
        </>
      )}
    </>
  )
}
