import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { codesQuery } from '../../node-api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import { foldText } from '../../words/fold-text.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './picker.module.css'

/**
 * The codes of a dimension with a search that forgives accents and capitals. What is here is
 * searched at once; the node adds what it finds by other spellings and beyond what fits a list.
 */
export function CodeList({
  cube,
  dimension,
  chosen,
  choose,
}: {
  readonly cube: string
  readonly dimension: string
  readonly chosen: ReadonlySet<string>
  readonly choose: (codes: ReadonlySet<string>) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const id = useId()
  const [search, setSearch] = useState('')
  const sought = useDeferredValue(search.trim())
  const whole = useQuery(codesQuery(cube, dimension, '', language))
  const found = useQuery({
    ...codesQuery(cube, dimension, sought, language),
    enabled: sought !== '',
  })

  if (whole.isPending || (whole.isError && whole.isFetching)) return <SlowNotice />
  if (whole.isError) return <ProblemNotice error={whole.error} retry={() => void whole.refetch()} />

  const wanted = foldText(sought)
  const here = whole.data.codes.filter(({ code, label, parent }) =>
    foldText(`${label} ${code} ${parent?.label ?? ''}`).includes(wanted),
  )
  const there = sought === '' || found.isPlaceholderData ? [] : (found.data?.codes ?? [])
  const seen = new Set(here.map(({ code }) => code))
  const matching = [...here, ...there.filter(({ code }) => !seen.has(code))]
  const hidden =
    sought === ''
      ? whole.data.total - whole.data.codes.length
      : Math.max(0, (found.data?.total ?? 0) - there.length)
  const labels = new Map(whole.data.codes.map(({ code, label }) => [code, label]))
  const outOfSight = [...chosen].filter((code) => !matching.some((each) => each.code === code))

  const tick = (codes: readonly string[], ticked: boolean): void => {
    const next = new Set(chosen)
    for (const code of codes) {
      if (ticked) next.add(code)
      else next.delete(code)
    }
    choose(next)
  }
  const inView = matching.map(({ code }) => code)

  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-search`}>{words.picker.search}</label>
        <input
          id={`${id}-search`}
          className="input"
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-help`}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          onKeyDown={(event) => {
            // Enter searches, which has happened already; it does not close the dialog.
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
        <span id={`${id}-help`} className="hint">
          {words.picker.searchHelp}
        </span>
      </div>
      <div className={styles['all']}>
        <button type="button" className="button" data-quiet="" onClick={() => tick(inView, true)}>
          {words.picker.shownAll}
        </button>
        <button type="button" className="button" data-quiet="" onClick={() => tick(inView, false)}>
          {words.picker.shownNone}
        </button>
      </div>
      {matching.length === 0 && <output>{words.picker.none}</output>}
      <ul className={styles['list']}>
        {outOfSight
          .filter(() => wanted !== '')
          .map((code) => (
            <CodeTick
              key={code}
              label={labels.get(code) ?? code}
              code={code}
              aside
              ticked
              tick={(ticked) => tick([code], ticked)}
            />
          ))}
        {matching.map(({ code, label, parent }) => (
          <CodeTick
            key={code}
            label={label}
            code={code}
            parent={parent?.label}
            ticked={chosen.has(code)}
            tick={(ticked) => tick([code], ticked)}
          />
        ))}
      </ul>
      {hidden > 0 && <p className="hint">{words.picker.more(formatNumber(hidden, language))}</p>}
    </>
  )
}

function CodeTick({
  label,
  code,
  parent,
  ticked,
  tick,
  aside,
}: {
  readonly label: string
  readonly code: string
  readonly parent?: string | undefined
  readonly ticked: boolean
  readonly tick: (ticked: boolean) => void
  /** Ticked before, and not among what is searched for now. */
  readonly aside?: boolean
}): ReactNode {
  return (
    <li data-aside={aside ? '' : undefined}>
      <label>
        <input type="checkbox" checked={ticked} onChange={({ target }) => tick(target.checked)} />
        <span>
          {label}
          {parent && <span className="hint"> {parent}</span>}
        </span>
        {code !== label && <code>{code}</code>}
      </label>
    </li>
  )
}
