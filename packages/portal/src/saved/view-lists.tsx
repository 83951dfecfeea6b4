import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Trouble } from '../account/form/form.tsx'
import { useDeed } from '../account/form/use-deed.ts'
import { sayDay } from '../account/own/moment.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { Problem } from '../node-api/problem.ts'
import { cubesQuery } from '../node-api/queries.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import {
  forgetInBrowser,
  renameInBrowser,
  tidyName,
  useBrowserViews,
  type NotKept,
} from './browser-views.ts'
import { viewsQuery, type SavedView } from './saved-queries.ts'
import { useSavedWords } from './words/saved-words.ts'
import styles from './saved.module.css'

/** The views of an account. */
export function AccountViews(): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const views = useQuery(viewsQuery)
  const tell = async (method: 'PATCH' | 'DELETE', id: string, body?: object): Promise<void> => {
    await tellNode(method, `/api/publish/views/${id}`, language, body)
    await client.invalidateQueries(viewsQuery)
  }
  return (
    <section className={styles['section']} aria-labelledby="views">
      <h2 id="views">{t.views}</h2>
      {views.isError && <ProblemNotice error={views.error} retry={() => void views.refetch()} />}
      {views.data?.views.length === 0 && <p className="hint">{t.noViews}</p>}
      <ViewList
        views={views.data?.views ?? []}
        rename={(id, name) => tell('PATCH', id, { name })}
        forget={(id) => tell('DELETE', id)}
      />
    </section>
  )
}

/** The views of this browser; those of somebody who is signed in can go to the account. */
export function BrowserViews({ signedIn }: { readonly signedIn: boolean }): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const views = useBrowserViews()
  if (signedIn && views.length === 0) return null
  const check = (fault: NotKept | undefined): void => {
    if (fault !== undefined) throw new Problem(409, `views.${fault}`, t.notKept[fault], t.tryAgain)
  }
  const move = async ({ id, name, cube, query }: SavedView): Promise<void> => {
    await tellNode('POST', '/api/publish/views', language, { name, cube, query })
    check(forgetInBrowser(id))
    await client.invalidateQueries(viewsQuery)
  }
  return (
    <section className={styles['section']} aria-labelledby="browser-views">
      <h2 id="browser-views">{signedIn ? t.browserViews : t.views}</h2>
      <p className="hint">{views.length === 0 ? t.noViews : t.inThisBrowser}</p>
      <ViewList
        views={views}
        rename={async (id, name) => check(renameInBrowser(id, name))}
        forget={async (id) => check(forgetInBrowser(id))}
        {...(signedIn && { move })}
      />
    </section>
  )
}

interface Deeds {
  readonly rename: (id: string, name: string) => Promise<void>
  readonly forget: (id: string) => Promise<void>
  readonly move?: (view: SavedView) => Promise<void>
}

function ViewList({
  views,
  ...deeds
}: Deeds & { readonly views: readonly SavedView[] }): ReactNode {
  if (views.length === 0) return null
  return (
    <ul className={styles['list']}>
      {views.map((view) => (
        <ViewLine key={view.id} view={view} {...deeds} />
      ))}
    </ul>
  )
}

function ViewLine({ view, rename, forget, move }: Deeds & { readonly view: SavedView }): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const cubes = useQuery(cubesQuery(language))
  const [name, setName] = useState<string>()
  const renaming = useDeed(async (given: string) => {
    if (given === '') throw new Problem(422, 'views.name-empty', t.nameEmpty, t.tryAgain)
    await rename(view.id, given)
    setName(undefined)
  })
  const forgetting = useDeed(() => forget(view.id))
  const moving = useDeed(async () => move?.(view))
  const { id, cube, query, keptAt } = view
  const title = cubes.data?.cubes.find((each) => each.id === cube)?.title ?? cube
  const problem = renaming.problem ?? forgetting.problem ?? moving.problem
  return (
    <li>
      {problem && <Trouble problem={problem} />}
      {name === undefined ? (
        <>
          <div className={styles['what']}>
            <a href={`/${language}/explore/${encodeURIComponent(cube)}${query && `?${query}`}`}>
              {view.name}
            </a>
            <span className="hint">
              {title} · {t.keptOn(sayDay(keptAt, language))}
            </span>
          </div>
          <div className={styles['row']}>
            {move && (
              <button type="button" className="button" onClick={() => void moving.run()}>
                {t.toAccount}
              </button>
            )}
            <button
              type="button"
              className="button"
              data-quiet=""
              aria-label={t.renameNamed(view.name)}
              onClick={() => setName(view.name)}
            >
              {t.rename}
            </button>
            <button
              type="button"
              className="button"
              data-quiet=""
              aria-label={t.forgetNamed(view.name)}
              disabled={forgetting.busy}
              onClick={() => void forgetting.run()}
            >
              {t.forget}
            </button>
          </div>
        </>
      ) : (
        <form
          className={styles['rename']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void renaming.run(tidyName(name))
          }}
        >
          <div className="field">
            <label htmlFor={`name-${id}`}>{t.viewName}</label>
            <input
              id={`name-${id}`}
              className="input"
              value={name}
              maxLength={120}
              autoComplete="off"
              // Whoever asked for another name is about to type it.
              ref={(field) => field?.focus()}
              onChange={({ target }) => setName(target.value)}
            />
          </div>
          <button type="submit" className="button" disabled={renaming.busy}>
            {t.keep}
          </button>
          <button type="button" className="button" data-quiet="" onClick={() => setName(undefined)}>
            {t.cancel}
          </button>
        </form>
      )}
    </li>
  )
}
