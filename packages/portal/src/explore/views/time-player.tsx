import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './views.module.css'

/** How long a period stays, in milliseconds: long enough to read a label and see what moved. */
const stay = 900

/**
 * Plays the periods from first to last, one after the other, until the reader pauses or the last is
 * reached. Nothing moves unasked; the arrow keys of the slider go through the periods by hand.
 */
export function TimePlayer({
  label,
  periods,
  value,
  pick,
}: {
  readonly label: string
  readonly periods: readonly { readonly code: string; readonly label: string }[]
  readonly value: string
  readonly pick: (code: string) => void
}): ReactNode {
  const { words } = useSpeaking()
  const [playing, setPlaying] = useState(false)
  const at = periods.findIndex(({ code }) => code === value)
  const next = useRef<() => void>(undefined)
  next.current = () => {
    const following = periods[at + 1]
    if (following) pick(following.code)
    else setPlaying(false)
  }
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(() => next.current?.(), stay)
    return () => clearInterval(timer)
  }, [playing])

  const toggle = (): void => {
    if (!playing && at >= periods.length - 1) pick(periods[0]!.code)
    setPlaying(!playing)
  }
  const purpose = playing ? words.views.pause : words.views.play
  return (
    <div className={styles['player']}>
      <button type="button" className="button" aria-label={`${purpose}: ${label}`} onClick={toggle}>
        <Icon name={playing ? 'pause' : 'play'} />
        {purpose}
      </button>
      <input
        type="range"
        min={0}
        max={periods.length - 1}
        step={1}
        value={Math.max(0, at)}
        aria-label={label}
        aria-valuetext={periods[at]?.label}
        onChange={({ target }) => {
          setPlaying(false)
          pick(periods[Number(target.value)]!.code)
        }}
      />
    </div>
  )
}
