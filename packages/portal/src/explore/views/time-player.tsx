import { useEffect, useState, type ReactNode } from 'react'
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
  slider = true,
}: {
  readonly label: string
  readonly periods: readonly { readonly code: string; readonly label: string }[]
  readonly value: string
  readonly pick: (code: string) => void
  /** Without it where there are other ways to the periods beside the player. */
  readonly slider?: boolean
}): ReactNode {
  const { words } = useSpeaking()
  const [playing, setPlaying] = useState(false)
  const at = periods.findIndex(({ code }) => code === value)
  const following = periods[at + 1]?.code
  useEffect(() => {
    if (!playing) return undefined
    // Each period starts the wait for the one after it.
    const timer = setTimeout(() => {
      if (following === undefined) setPlaying(false)
      else pick(following)
    }, stay)
    return () => clearTimeout(timer)
  }, [playing, following, pick])

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
      {slider && (
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
      )}
    </div>
  )
}
