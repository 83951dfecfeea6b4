import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { ProseLine, ProseText } from '../prose/prose.tsx'
import type { Prose } from '../prose/prose-tree.ts'
import type { HandbookEntry, HandbookFolder } from './handbook.ts'
import { BackToMethods } from './back-to-methods.tsx'
import { stageQuery } from './handbook-queries.ts'
import { Loading } from './loading.tsx'
import { useHandbookWords } from './words/handbook-words.ts'
import styles from './handbook.module.css'

/** Everything that a stage offers, folder by folder, with its formulas and sources. */
export function StageReference({
  id,
  contents,
}: {
  readonly id: string
  readonly contents: readonly HandbookFolder[]
}): ReactNode {
  const words = useHandbookWords()
  const stage = useQuery(stageQuery(id))
  const title = words.stages[id]?.title ?? id
  usePageTitle(title)
  useEffect(() => {
    // The address may name an entry, which was not there when the browser looked for it.
    if (stage.data) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [stage.data])
  return (
    <>
      <header className={styles['head']}>
        <BackToMethods />
        <h1>{title}</h1>
        <p className={styles['lead']}>{words.stages[id]?.lead}</p>
        {words.inEnglish !== '' && <p className="hint">{words.inEnglish}</p>}
      </header>
      <nav className={styles['contents']} aria-label={words.onThisPage}>
        <h2>{words.onThisPage}</h2>
        <dl>
          {contents.map(({ folder, names }) => (
            <div key={folder}>
              <dt>{folder}</dt>
              <dd>
                {names.map((name) => (
                  <a key={name} href={`#${name}`}>
                    {name}
                  </a>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </nav>
      <Loading query={stage}>
        {({ folders }) =>
          folders.map(({ folder, entries }) => (
            <section key={folder} className={styles['folder']} lang="en">
              <h2>{folder}</h2>
              {entries.map((entry) => (
                <Entry key={entry.name} entry={entry} />
              ))}
            </section>
          ))
        }
      </Loading>
    </>
  )
}

function Entry({ entry }: { readonly entry: HandbookEntry }): ReactNode {
  const words = useHandbookWords()
  return (
    <article id={entry.name} className={styles['entry']}>
      <h3>
        <a href={`#${entry.name}`}>{entry.name}</a>
      </h3>
      <ProseText pieces={entry.text} />
      <dl className={styles['parts']}>
        {entry.parameters.length > 0 && (
          <Part title={words.parameters}>
            <dl className={styles['parameters']}>
              {entry.parameters.map(({ name, text }) => (
                <div key={name}>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd>
                    <ProseLine pieces={text} />
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
        )}
        {entry.returns && (
          <Part title={words.returns}>
            <ProseLine pieces={entry.returns} />
          </Part>
        )}
        <Lines title={words.throws} lines={entry.throws} />
        <Lines title={words.sources} lines={entry.see} />
        {entry.examples.length > 0 && (
          <Part title={words.examples}>
            {entry.examples.map((example) => (
              <code key={example} className={styles['example']}>
                {example}
              </code>
            ))}
          </Part>
        )}
      </dl>
      <details>
        <summary>{words.declaration}</summary>
        <pre>
          <code>{entry.declaration}</code>
        </pre>
        <p className="hint">
          {words.declaredIn} <code>methods/{entry.file}</code>
        </p>
      </details>
    </article>
  )
}

function Lines({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly (readonly Prose[])[]
}): ReactNode {
  if (lines.length === 0) return null
  return (
    <Part title={title}>
      {lines.map((line, place) => (
        <p key={place}>
          <ProseLine pieces={line} />
        </p>
      ))}
    </Part>
  )
}

function Part({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
