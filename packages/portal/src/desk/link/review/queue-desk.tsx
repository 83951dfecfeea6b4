import { Link } from '@tanstack/react-router'
import { useLayoutEffect, useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { Pair, ReviewQueue } from '../link-queries.ts'
import { UndoForm } from '../undo-form.tsx'
import { useKeys } from '../use-keys.ts'
import { useLinkWords } from '../words/link-words.ts'
import { DecideForm, reasonField, type Verdict } from './decide-form.tsx'
import { KeyHelp, useKeysWanted } from './key-help.tsx'
import { Sides } from './sides.tsx'
import { WeightChart } from './weight-chart.tsx'
import deskStyles from '../../desk.module.css'
import styles from '../link.module.css'

interface Decided {
  readonly id: number
  readonly verdict: Verdict
}

/** One page of the queue: the pair in hand, what was decided of the others, and the way on. */
export function QueueDesk({
  queue,
  reason,
  onReason,
  onward,
}: {
  readonly queue: ReviewQueue
  /** The reason of the decision before, to be kept or typed over. */
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** Asks for the page from a place of the queue on. */
  readonly onward: (from: number) => void
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const { pairs, country, open, from } = queue
  const [at, setAt] = useState(0)
  const [verdict, setVerdict] = useState<Verdict>()
  const [decided, setDecided] = useState<ReadonlyMap<Pair, Decided>>(new Map())
  const [undoing, setUndoing] = useState<Pair>()
  const [said, setSaid] = useState('')
  const keys = useKeysWanted()
  const pair = pairs[at]!
  const known = decided.get(pair)

  const show = (next: number) => {
    setVerdict(undefined)
    setUndoing(undefined)
    if (next >= pairs.length) onward(from + pairs.length - decided.size)
    else if (next >= 0) setAt(next)
  }
  const choose = (chosen: Verdict) => {
    if (known !== undefined) return
    setVerdict(chosen)
    document.getElementById(reasonField)?.focus()
  }
  const takeBack = () => {
    const last = known === undefined ? [...decided.keys()].at(-1) : pair
    if (last === undefined) return setSaid(words.undo.nothing)
    setAt(pairs.indexOf(last))
    setUndoing(last)
  }
  useKeys(
    {
      '1': () => choose('same'),
      '2': () => choose('different'),
      n: () => show(at + 1),
      b: () => show(at - 1),
      u: takeBack,
    },
    keys.on,
  )

  return (
    <>
      <div className={deskStyles['head']}>
        <PairHeading key={at}>
          {words.review.pair(formatNumber(from + at + 1, language), formatNumber(open, language))}
        </PairHeading>
        <div className={deskStyles['buttons']}>
          <button type="button" className="button" disabled={at === 0} onClick={() => show(at - 1)}>
            {words.review.before}
          </button>
          <button type="button" className="button" onClick={() => show(at + 1)}>
            {words.review.next}
          </button>
        </div>
      </div>
      <output className={said === '' ? 'visually-hidden' : ''}>{said}</output>
      {pair.weight !== null && pair.weight >= queue.bands.accept && !pair.together && (
        <p>{words.review.keptApart}</p>
      )}
      <Sides pair={pair} cards={queue.cards} />
      <p className={styles['why']}>
        {[pair.one, pair.other].map((card, side) => (
          <Link
            key={card}
            to="/$language/desk/link/person/$country/$record"
            params={{ language, country, record: card }}
          >
            {words.review.whyGroup(words.review.side[side]!)}
          </Link>
        ))}
      </p>
      <div className={styles['work']}>
        <WeightChart pair={pair} bands={queue.bands} />
        {known === undefined && (
          <DecideForm
            key={`${pair.one} ${pair.other}`}
            country={country}
            pair={pair}
            verdict={verdict}
            onVerdict={setVerdict}
            lastReason={reason}
            decided={(id, chosen, because) => {
              onReason(because)
              const next = new Map(decided).set(pair, { id, verdict: chosen })
              setDecided(next)
              setVerdict(undefined)
              setSaid(words.decide.done(id, words.kinds[chosen]))
              const open = pairs.findIndex((each, place) => place > at && !next.has(each))
              if (open !== -1) setAt(open)
            }}
          />
        )}
        {known !== undefined && (
          <section>
            <h3>{words.decide.done(known.id, words.kinds[known.verdict])}</h3>
            {undoing === pair ? (
              <UndoForm
                decision={known.id}
                undone={() => {
                  const next = new Map(decided)
                  next.delete(pair)
                  setDecided(next)
                  setUndoing(undefined)
                  setSaid(words.undo.done(known.id))
                  focusOnPair()
                }}
                leave={() => {
                  setUndoing(undefined)
                  focusOnPair()
                }}
              />
            ) : (
              <div className={deskStyles['buttons']}>
                <button type="button" className="button" onClick={() => setUndoing(pair)}>
                  {words.undo.send}
                </button>
                {decided.size === pairs.length && (
                  <button type="button" className="button" onClick={() => onward(from)}>
                    {words.review.more}
                  </button>
                )}
              </div>
            )}
          </section>
        )}
      </div>
      <KeyHelp keys={keys} />
    </>
  )
}

const headingId = 'pair-in-hand'

function focusOnPair(): void {
  document.getElementById(headingId)?.focus()
}

/** Names the pair in hand; each new one takes the focus, so that it is read from its beginning. */
function PairHeading({ children }: { readonly children: ReactNode }): ReactNode {
  useLayoutEffect(focusOnPair, [])
  return (
    <h2 id={headingId} tabIndex={-1}>
      {children}
    </h2>
  )
}
