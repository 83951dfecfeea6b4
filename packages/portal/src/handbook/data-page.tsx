import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { CubeAnswer } from '@caudal/methods/publish'
import { usePageTitle } from '../frame/page-title.ts'
import { cubesQuery, downloads, tablePath, type Download } from '../node-api/queries.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { StatusTag } from '../parts/status-banner.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { codeExamples, type CodeExample } from './code-examples.ts'
import { Loading } from './loading.tsx'
import { useHandbookWords } from './words/handbook-words.ts'
import styles from './handbook.module.css'

/** How to take figures along: as files, by the interface, by SDMX. */
export function DataPage(): ReactNode {
  const words = useHandbookWords()
  const { language } = useSpeaking()
  const cubes = useQuery(cubesQuery(language))
  usePageTitle(words.data)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.data}</h1>
        <p className={styles['lead']}>{words.dataLead}</p>
      </header>
      <Loading query={cubes}>
        {({ cubes: all }) => {
          const filled = all.filter(({ state }) => state !== 'empty')
          return (
            <>
              <Collections cubes={filled} />
              <section className={styles['section']}>
                <h2>{words.interfaceTitle}</h2>
                <p>{words.interfaceLead}</p>
                <p>
                  <a href="/api/openapi.json">{words.interfaceLink}</a>
                </p>
              </section>
              {filled.length > 0 && <Examples cubes={filled} />}
            </>
          )
        }}
      </Loading>
      <section className={styles['section']}>
        <h2>{words.sdmx}</h2>
        <p>{words.sdmxLead}</p>
        <ul className={styles['entries']}>
          <li>
            <a href="/sdmx/v1/dataflow">/sdmx/v1/dataflow</a>
          </li>
          <li>
            <a href="/sdmx/v2/structure/dataflow">/sdmx/v2/structure/dataflow</a>
          </li>
        </ul>
      </section>
    </div>
  )
}

function Collections({ cubes }: { readonly cubes: readonly CubeAnswer[] }): ReactNode {
  const words = useHandbookWords()
  const { language, words: site } = useSpeaking()
  return (
    <section className={styles['section']}>
      <h2>{words.collections}</h2>
      <p>{cubes.length > 0 ? words.filesLead : words.noCubes}</p>
      <ul className={styles['collections']}>
        {cubes.map((cube) => (
          <li key={cube.id}>
            <h3>
              <Link to="/$language/explore/$cube" params={{ language, cube: cube.id }}>
                {cube.title}
              </Link>{' '}
              <StatusTag synthetic={cube.synthetic} protection={cube.protection} />
            </h3>
            <p className={styles['formats']}>
              {(Object.keys(downloads) as Download[]).map((each) => (
                <a key={each} href={tablePath(cube.id, opening(cube), language, each)} download>
                  {site.figure.formats[each]}
                  <span className="visually-hidden">: {cube.title}</span>
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function opening({ opening: { rows, columns } }: CubeAnswer) {
  return { rows, columns, where: [] }
}

function Examples({ cubes }: { readonly cubes: readonly CubeAnswer[] }): ReactNode {
  const words = useHandbookWords()
  const { language } = useSpeaking()
  const [chosen, setChosen] = useState(cubes[0]!.id)
  const [wanted, setWanted] = useState<CodeExample['name']>('curl')
  const cube = cubes.find(({ id }) => id === chosen) ?? cubes[0]!
  const whole = (path: string) => new URL(path, location.origin).href
  const examples = codeExamples(
    whole(tablePath(cube.id, opening(cube), language, 'csv')),
    whole(tablePath(cube.id, opening(cube), language)),
    cube.id,
  )
  const example = examples.find(({ name }) => name === wanted)!
  return (
    <section className={styles['section']}>
      <h2>{words.tryIt}</h2>
      <p>{words.tryItLead(cube.title)}</p>
      <div className={styles['choices']}>
        <div className="field">
          <label htmlFor="example-cube">{words.cube}</label>
          <select
            id="example-cube"
            className="select"
            value={cube.id}
            onChange={({ target }) => setChosen(target.value)}
          >
            {cubes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="example-language">{words.language}</label>
          <select
            id="example-language"
            className="select"
            value={wanted}
            onChange={({ target }) => setWanted(target.value as CodeExample['name'])}
          >
            {examples.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <CopyText
        key={`${cube.id} ${wanted}`}
        label={example.name}
        text={example.code}
        lines={example.code.split('\n').length + 1}
        isCode
      />
    </section>
  )
}
