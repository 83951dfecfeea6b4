import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  useDeferredValue,
  useLayoutEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { formatNumber, type SearchHitAnswer } from '@caudal/methods/publish'
import { exploreSearch } from '../explore/specification/exploration.ts'
import { readSearch } from '../explore/specification/search-text.ts'
import { searchQuery } from '../node-api/queries.ts'
import { Icon } from '../parts/icon.tsx'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import './search.css'

/** A search over all data: type, go down the list with the arrows, open with Enter. */
export function SearchDialog({ close }: { readonly close: () => void }): ReactNode {
  const { language, words } = useSpeaking()
  const navigate = useNavigate()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const answer = useQuery({ ...searchQuery(sought, language), enabled: sought !== '' })
  const hits = sought === '' ? [] : (answer.data?.hits ?? [])
  const pages = sought === '' ? [] : (answer.data?.pages ?? [])

  useLayoutEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    shown?.querySelector('input')?.focus()
    return () => shown?.close()
  }, [])
  /** Up and down go through the links, as Tab does; up from the first is the field again. */
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('input, li a') ?? [])]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
  }

  const go = (hit: SearchHitAnswer): void => {
    close()
    void navigate({
      to: '/$language/explore/$cube',
      params: { language, cube: hit.cube },
      search: exploreSearch(readSearch(hit.specification)),
    })
  }

  return (
    <dialog
      ref={dialog}
      className="search"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <div className="search-head">
        <h2 id={`${id}-title`}>{words.search.title}</h2>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label={words.search.close}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="field">
        <label htmlFor={`${id}-input`}>{words.search.label}</label>
        <input
          id={`${id}-input`}
          type="search"
          className="input"
          autoComplete="off"
          aria-describedby={`${id}-help`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            walk(event)
            if (event.key === 'Enter' && (pages[0] ?? hits[0])) {
              event.preventDefault()
              if (pages[0]) window.location.assign(pages[0].address)
              else go(hits[0]!)
            }
          }}
        />
        <p id={`${id}-help`} className="hint">
          {words.search.help}
        </p>
      </div>
      {answer.isError && sought !== '' && <ProblemNotice error={answer.error} />}
      <ul className="search-hits">
        {pages.map(({ address, title, what }) => (
          <li key={address}>
            {/* Of other surfaces too: the node serves it whole. */}
            <a href={address} onKeyDown={walk}>
              <span className="search-kind">{what}</span>
              <span className="search-name">{title}</span>
            </a>
          </li>
        ))}
        {hits.map((hit) => (
          <li key={`${hit.cube} ${hit.specification}`}>
            <Link
              to="/$language/explore/$cube"
              params={{ language, cube: hit.cube }}
              search={exploreSearch(readSearch(hit.specification))}
              onClick={close}
              onKeyDown={walk}
            >
              <span className="search-kind">{hit.within ?? words.search.kinds[hit.kind]}</span>
              <span className="search-name">{hit.label}</span>
              {hit.kind !== 'cube' && <span className="search-in">{hit.cubeTitle}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <output className="hint">
        {sought === '' || !answer.data
          ? ''
          : hits.length + pages.length === 0
            ? words.search.none(sought)
            : words.search.found(
                hits.length + pages.length,
                formatNumber(hits.length + pages.length, language),
              )}
      </output>
    </dialog>
  )
}
