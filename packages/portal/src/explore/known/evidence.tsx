import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel, type ProvenanceAnswer } from '@caudal/methods/publish'
import { provenanceQuery } from '../../node-api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import { formatPercent } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './known.module.css'

/** Batches that are shown before the reader asks for all of them. */
const batchesAtFirst = 8

/**
 * The batches behind a cube with what became of their rows, and the quality figures that they carry.
 *
 * @param countries codes of the countries that a number is of, where it is of some: their batches come alone
 */
export function Evidence({
  cube,
  countries,
}: {
  readonly cube: string
  readonly countries?: ReadonlySet<string>
}): ReactNode {
  const { language, words } = useSpeaking()
  const answer = useQuery(provenanceQuery(cube, language))
  if (answer.isError) return <ProblemNotice error={answer.error} />
  if (!answer.data) return <SlowNotice />
  const t = words.known
  const { rows, records, completeness, moreBatches, builtOn, cube: about } = answer.data
  const { timeliness, repeatsNotSought } = answer.data
  const number = (value: number): string => formatNumber(value, language)
  const share = (part: number): string =>
    rows.read === 0 ? '' : ` (${formatPercent(part / rows.read, language)})`
  const batches = batchesOf(answer.data, countries)
  return (
    <div className={styles['evidence']}>
      <h3>{t.quality}</h3>
      <dl className={styles['figures']}>
        <div>
          <dt>{t.read}</dt>
          <dd>{number(rows.read)}</dd>
        </div>
        <div>
          <dt>{t.rejected}</dt>
          <dd>
            {number(rows.rejected)}
            {share(rows.rejected)}
          </dd>
        </div>
        <div>
          <dt>{t.repeats}</dt>
          <dd>
            {number(rows.repeats)}
            {share(rows.repeats)}
          </dd>
        </div>
        {rows.notCounted !== null && (
          <div>
            <dt>{t.notCounted}</dt>
            <dd>{number(rows.notCounted)}</dd>
          </div>
        )}
        <div>
          <dt>{t.unmapped}</dt>
          <dd>{number(rows.unmappedCodes)}</dd>
        </div>
        {rows.withoutFinding !== null && (
          <div>
            <dt>{t.withoutFinding}</dt>
            <dd>{formatPercent(rows.withoutFinding, language)}</dd>
          </div>
        )}
        <div>
          <dt>{t.counted}</dt>
          <dd>{number(records)}</dd>
        </div>
      </dl>
      {timeliness && (
        <p>
          <b>{t.timeliness}</b>:{' '}
          {t.waited(
            number(timeliness.half.least),
            number(timeliness.half.most),
            number(timeliness.most),
          )}
          .
        </p>
      )}
      {repeatsNotSought.length > 0 && (
        <p>{t.repeatsNotSought(repeatsNotSought.map((id) => number(id)).join(', '))}</p>
      )}
      <QualityShares quality={answer.data.quality} countries={countries} />
      {completeness.length > 0 && (
        <>
          <h3>{t.completeness}</h3>
          <ul className={styles['complete']}>
            {completeness.map(({ dimension, label, share: known }) => (
              <li key={dimension}>
                <span>{label}</span>
                <meter min={0} max={1} value={known} aria-label={label} />
                <b>{formatPercent(known, language)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t.batches(number(batches.length + moreBatches))}</h3>
      <Batches batches={batches.slice(0, batchesAtFirst)} />
      {batches.length > batchesAtFirst && (
        <details>
          <summary>{t.otherBatches(number(batches.length - batchesAtFirst))}</summary>
          <Batches batches={batches.slice(batchesAtFirst)} />
        </details>
      )}
      {moreBatches > 0 && <p className="hint">{t.olderBatches(number(moreBatches))}</p>}
      <p className="hint">{t.method(about.methodVersion, periodLabel(builtOn, language))}</p>
    </div>
  )
}

/** How much was inserted, is undecided or belongs to nobody; how far days and those who report are covered; breaks. */
function QualityShares({
  quality,
  countries,
}: Pick<ProvenanceAnswer, 'quality'> & {
  readonly countries: ReadonlySet<string> | undefined
}): ReactNode {
  const { language, words } = useSpeaking()
  const t = words.known.shares
  const { unit } = quality
  const shares = [
    ...(['days', 'months'] as const).map((id) => ({ label: t[id], share: quality[id] })),
    ...(unit === null ? [] : [{ label: t.units[unit], share: quality.units }]),
    ...(['imputed', 'provisional', 'unmatched'] as const).map((id) => ({
      label: t[id],
      share: quality[id],
    })),
  ].filter(({ share }) => share !== null)
  const of = quality.countries.filter(
    ({ country }) => countries === undefined || countries.size === 0 || countries.has(country.code),
  )
  if (shares.length === 0 && of.length === 0 && quality.breaks.length === 0) return null
  return (
    <>
      {shares.length > 0 && (
        <dl className={styles['figures']}>
          {shares.map(({ label, share }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{formatPercent(share!, language)}</dd>
            </div>
          ))}
        </dl>
      )}
      {of.length > 0 && (
        <details>
          <summary>{t.byCountry}</summary>
          <ul>
            {of.map((each) => (
              <li key={each.country.code}>
                <CountryCoverage coverage={each} unit={unit} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <h3>{t.breaks}</h3>
      {quality.breaks.length === 0 ? (
        <p>{t.noBreaks}</p>
      ) : (
        <ul>
          {quality.breaks.map(({ country, from, reason, text, source }) => (
            <li key={`${country.code} ${from} ${reason} ${source ?? ''}`}>
              {t.breakAt(
                country.label,
                periodLabel(from, language),
                text === undefined ? t.reasons[reason] : `${text} (${source ?? ''})`,
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** How far the records of one country reach, in one line. */
function CountryCoverage({
  coverage: { country, from, until, days, months, units },
  unit,
}: {
  readonly coverage: ProvenanceAnswer['quality']['countries'][number]
  readonly unit: ProvenanceAnswer['quality']['unit']
}): ReactNode {
  const { language, words } = useSpeaking()
  const t = words.known.shares
  const said = [
    { label: t.days, share: days },
    { label: t.months, share: months },
    { label: unit === null ? '' : t.units[unit], share: units },
  ].flatMap(({ label, share }) =>
    share === null || label === '' ? [] : [`${label}: ${formatPercent(share, language)}`],
  )
  const reach = t.reach(periodLabel(from, language), periodLabel(until, language))
  return (
    <>
      <b>{country.label}</b>: {[reach, ...said].join('; ')}.
    </>
  )
}

function Batches({ batches }: { readonly batches: ProvenanceAnswer['batches'] }): ReactNode {
  const { language, words } = useSpeaking()
  const t = words.known
  const number = (value: number): string => formatNumber(value, language)
  return (
    <ul className={styles['batches']}>
      {batches.map((batch) => (
        <li key={batch.id}>
          <b>{batch.title}</b>
          <span>
            {t.batch(
              number(batch.id),
              periodLabel(batch.receivedOn, language),
              number(batch.accepted),
              number(batch.rejected),
            )}
          </span>
          <span className="hint">
            {t.profile(batch.profile)} · SHA-256 <code>{batch.sha256.slice(0, 12)}</code>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The batches of some countries, if any is known to be of them; else all. */
function batchesOf(
  { batches }: ProvenanceAnswer,
  countries: ReadonlySet<string> | undefined,
): ProvenanceAnswer['batches'] {
  const own = batches.filter(({ country }) => country && countries?.has(country.code))
  return own.length > 0 ? own : batches
}
