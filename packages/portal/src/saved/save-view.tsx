import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useWho } from '../account/who.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { Problem } from '../node-api/problem.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { keepInBrowser, tidyName } from './browser-views.ts'
import { viewsQuery, type SavedView } from './saved-queries.ts'
import { useSavedWords } from './words/saved-words.ts'
import styles from './saved.module.css'

/** Keeps the view that is open under a name: in the account of whoever is signed in, else in the browser. */
export function SaveView({
  cube,
  query,
  suggestion,
}: {
  readonly cube: string
  readonly query: string
  readonly suggestion: string
}): ReactNode {
  const t = useSavedWords()
  const { language, words } = useSpeaking()
  const who = useWho()
  const client = useQueryClient()
  const [name, setName] = useState(suggestion.slice(0, 120))
  const [outcome, setOutcome] = useState<{ kept: boolean; said: string }>()
  const [busy, setBusy] = useState(false)
  const signedIn = who.data !== undefined && who.data.account !== null

  const keep = async (): Promise<void> => {
    const view: Pick<SavedView, 'name' | 'cube' | 'query'> = { name: tidyName(name), cube, query }
    if (view.name === '') return setOutcome({ kept: false, said: t.nameEmpty })
    if (!signedIn) {
      const fault = keepInBrowser(view)
      return setOutcome({ kept: !fault, said: fault ? t.notKept[fault] : t.keptInBrowser })
    }
    setBusy(true)
    try {
      await tellNode('POST', '/api/publish/views', language, view)
      await client.invalidateQueries(viewsQuery)
      setOutcome({ kept: true, said: t.keptInAccount })
    } catch (error) {
      const what = error instanceof Problem ? error.what : undefined
      setOutcome({ kept: false, said: what ?? words.problem.network })
    } finally {
      setBusy(false)
    }
    return undefined
  }

  return (
    <form
      className={styles['keep']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <div className="field">
        <label htmlFor="view-name">{t.viewName}</label>
        <input
          id="view-name"
          className="input"
          value={name}
          maxLength={120}
          autoComplete="off"
          aria-describedby="view-place"
          aria-invalid={outcome && !outcome.kept ? true : undefined}
          onChange={({ target }) => {
            setName(target.value)
            setOutcome(undefined)
          }}
        />
        <p id="view-place" className="hint">
          {signedIn ? t.placeAccount : t.placeBrowser}
        </p>
      </div>
      <div className={styles['row']}>
        <button type="submit" className="button" disabled={busy || outcome?.kept}>
          {t.keep}
        </button>
        <Link to="/$language/saved" params={{ language }}>
          {t.toSaved}
        </Link>
      </div>
      <output>{outcome?.said}</output>
    </form>
  )
}
