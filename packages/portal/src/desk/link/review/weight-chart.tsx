import type { ReactNode } from 'react'
import { formatFinePercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { Bands, Pair } from '../link-queries.ts'
import { useLinkWords } from '../words/link-words.ts'
import { scaleOf, stepsOf, type Step } from './waterfall.ts'
import styles from '../link.module.css'

/** How the weight of a pair comes about: a table whose last column is drawn as a waterfall. */
export function WeightChart({
  pair,
  bands,
}: {
  readonly pair: Pair
  readonly bands: Bands
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const bits = (value: number) => sayBits(value, language)
  const steps = stepsOf(pair)
  const place = scaleOf(steps, bands)
  const nameOf = ({ kind, field }: Step): string =>
    kind === 'comparison'
      ? pair.comparisons.find((each) => each.field === field)!.label[language]
      : words.chart[kind]
  return (
    <table className={styles['waterfall']}>
      <caption>
        {pair.weight === null || pair.probability === null
          ? words.chart.decided
          : words.chart.title(bits(pair.weight), formatFinePercent(pair.probability, language))}
        <span className={styles['bands']}>
          {words.chart.bands(bits(bands.review), bits(bands.accept))}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.chart.what}</th>
          <th scope="col" data-number="">
            {words.chart.bits}
          </th>
          <th scope="col">
            <span className="visually-hidden">{words.chart.drawn}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.kind} ${step.field}`} data-kind={step.kind}>
            <th scope="row">{nameOf(step)}</th>
            <td data-number="">{bits(step.to - step.from)}</td>
            <td>
              <Bar step={step} bands={bands} place={place} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One bar, with the line of nothing and those of the thresholds. */
function Bar({
  step: { kind, from, to },
  bands,
  place,
}: {
  readonly step: Step
  readonly bands: Bands
  readonly place: (bits: number) => number
}): ReactNode {
  const left = Math.min(place(from), place(to))
  const line = (bits: number, of: string) => (
    <line x1={`${place(bits)}%`} x2={`${place(bits)}%`} y1="0" y2="100%" data-line={of} />
  )
  return (
    <svg className={styles['bar']} aria-hidden="true" focusable="false">
      {line(0, 'zero')}
      {line(bands.review, 'review')}
      {line(bands.accept, 'accept')}
      <rect
        x={`${left}%`}
        width={`${Math.max(0.4, Math.abs(place(to) - place(from)))}%`}
        y="4"
        height="14"
        data-sign={kind === 'whole' ? 'whole' : to < from ? 'against' : 'for'}
      />
      {kind !== 'whole' && (
        <line x1={`${place(to)}%`} x2={`${place(to)}%`} y1="4" y2="100%" data-line="step" />
      )}
    </svg>
  )
}

/** Bits with their sign, as readers write numbers. */
export function sayBits(value: number, language: string): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', '−')
}
