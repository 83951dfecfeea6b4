import type { ReactNode } from 'react'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { Card, Pair, ShownValue } from '../link-queries.ts'
import { useLinkWords } from '../words/link-words.ts'
import { markDifferences, type Piece } from './differences.ts'
import deskStyles from '../../desk.module.css'
import styles from '../link.module.css'

/** Two records side by side, field by field: what differs is marked, and how alike they are is said. */
export function Sides({
  pair,
  cards,
}: {
  readonly pair: Pair
  readonly cards: readonly Card[]
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const sides = [pair.one, pair.other].map((number) => cards.find(({ card }) => card === number))
  return (
    <table className={`${deskStyles['table']} ${styles['sides']}`}>
      <caption className="visually-hidden">{words.review.sides}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.review.field}</span>
          </th>
          {sides.map((card, side) => (
            <th key={side === 0 ? 'one' : 'other'} scope="col">
              {words.review.side[side]}
              {card && (
                <span className={styles['origin']}>
                  {card.kind[language]}, {card.title[language]}
                  {card.records > 1 && `, ${words.records(card.records)}`}
                </span>
              )}
            </th>
          ))}
          <th scope="col">{words.review.alike}</th>
        </tr>
      </thead>
      <tbody>
        {pair.comparisons.map(({ field, label, level, says }) => {
          const [one, other] = sides.map((card) =>
            card?.values.find((value) => value.field === field),
          )
          const pieces = piecesOf(one, other)
          return (
            <tr key={field} data-level={level.split(' ')[0]}>
              <th scope="row">{label[language]}</th>
              <td>
                <Value value={one} pieces={pieces?.[0]} />
              </td>
              <td>
                <Value value={other} pieces={pieces?.[1]} />
              </td>
              <td>{says[language]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Pieces of two values that are both shown as they stand; codes differ as wholes. */
function piecesOf(
  one: ShownValue | undefined,
  other: ShownValue | undefined,
): readonly [readonly Piece[], readonly Piece[]] | undefined {
  if (one?.status !== 'given' || other?.status !== 'given') return undefined
  if (one.value === null || other.value === null) return undefined
  if (one.label !== null || other.label !== null) return undefined
  return markDifferences(one.value, other.value)
}

/** A value, or why it is not there. */
export function Value({
  value,
  pieces,
}: {
  readonly value: ShownValue | undefined
  readonly pieces?: readonly Piece[] | undefined
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  if (value?.status === 'missing') return <span className="hint">{words.review.missing}</span>
  if (value === undefined || value.value === null)
    return <span className="hint">{words.review.hidden}</span>
  if (value.status === 'coarsened' || value.status === 'confidential') {
    return (
      <>
        {value.value} <span className="hint">({words.review.coarsened})</span>
      </>
    )
  }
  if (value.label !== null) return value.label[language]
  if (pieces === undefined) return value.value
  return pieces.map(({ text, differs }, at) =>
    differs ? <mark key={`${at} ${text}`}>{text}</mark> : text,
  )
}
