import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { formatNumber, type SearchHitAnswer } from '@caudal/methods/publish'
import { exploreSearch } from '../explore/specification/exploration.ts'
import { readSearch } from '../explore/specification/search-text.ts'
import { searchQuery } from '../node-api/queries.ts'
import { Icon } from '../parts/icon.tsx'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import styles from './search.module.css'

/** A search over all data: type, go down the list with the arrows, open with Enter. */
export function SearchDialog({ close }: { readonly close: () => void }): ReactNode {
  const { language, words } = useSpeaking()
  const navigate = useNavigate()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const sought = useDeferredValue(typed.trim())
  const answer = useQuery({ ...searchQuery(sought, language), enabled: sought !== '' })
  const hits = sought === '' ? [] : (answer.data?.hits ?? [])
  const chosen = Math.min(active, hits.length - 1)

  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    shown?.querySelector('input')?.focus()
    return () => shown?.close()
  }, [])
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

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
      className={styles['dialog']}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <div className={styles['head']}>
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
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-describedby={`${id}-help`}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
            if (step !== undefined && hits.length > 0) {
              event.preventDefault()
              setActive((chosen + step + hits.length) % hits.length)
            }
            const hit = hits[chosen]
            if (event.key === 'Enter' && hit) {
              event.preventDefault()
              go(hit)
            }
          }}
        />
        <p id={`${id}-help`} className="hint">
          {words.search.help}
        </p>
      </div>
      {answer.isError && sought !== '' && <ProblemNotice error={answer.error} />}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={words.search.title}
        className={styles['hits']}
      >
        {hits.map((hit, place) => (
          // The arrow keys of the field choose among these; a pointer may press them too.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={`${hit.cube} ${hit.specification}`}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === chosen}
            onClick={() => go(hit)}
          >
            <span className={styles['kind']}>{hit.within ?? words.search.kinds[hit.kind]}</span>
            <span className={styles['name']}>{hit.label}</span>
            {hit.kind !== 'cube' && <span className={styles['in']}>{hit.cubeTitle}</span>}
          </li>
        ))}
      </ul>
      <output className="hint">
        {sought === '' || !answer.data
          ? ''
          : hits.length === 0
            ? words.search.none(sought)
            : words.search.found(hits.length, formatNumber(hits.length, language))}
      </output>
    </dialog>
  )
}
