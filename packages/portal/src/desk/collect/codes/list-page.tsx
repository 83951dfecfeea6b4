import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { spellingKey } from '@caudal/methods/vocabulary'
import { TextField } from '../../../account/form/text-field.tsx'
import { sayDay } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { QueriedPage } from '../../queried-page.tsx'
import { Scroll } from '../../scroll.tsx'
import { useCodesWords } from '../words/codes-words.ts'
import { listQuery, type ShownCode, type ShownList } from './codes.ts'
import { AddCode } from './add-code.tsx'
import { EndCode } from './end-code.tsx'
import styles from '../../desk.module.css'

/** One code list: the node's own codes, how to add and end them, and those of the platform. */
export function CodeListPage(): ReactNode {
  return (
    <SignedInOnly operation="collect.read-batches">
      {({ operations }) => <OneList mayKeep={operations.includes('collect.keep-codes')} />}
    </SignedInOnly>
  )
}

/** Codes of the platform that are shown at once; the others are found by their name. */
const shownCodes = 50

function OneList({ mayKeep }: { readonly mayKeep: boolean }): ReactNode {
  const words = useCodesWords()
  const { language } = useSpeaking()
  const { list: id } = useParams({ from: '/$language/desk/collect/codes/$list' })
  const query = useQuery(listQuery(id, language))
  const list = query.data
  return (
    <QueriedPage
      title={list?.title ?? words.title}
      lead={list === undefined ? '' : words.source(list.source.owner, list.source.title)}
      query={query}
    >
      {list !== undefined && (
        <>
          {list.note !== null && <p>{list.note}</p>}
          <Own list={list} mayKeep={mayKeep} />
          {list.opening === null && <p>{words.closedLead}</p>}
          {list.opening !== null && mayKeep && <AddCode list={list} />}
          <Standard list={list} />
        </>
      )}
      <p>
        <Link to="/$language/desk/collect/codes" params={{ language }}>
          {words.all}
        </Link>
      </p>
    </QueriedPage>
  )
}

function Own({
  list,
  mayKeep,
}: {
  readonly list: ShownList
  readonly mayKeep: boolean
}): ReactNode {
  const words = useCodesWords()
  const own = list.codes.filter((each) => each.own)
  if (list.opening === null) return null
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words.ownCodes}</h2>
      {own.length === 0 && <p>{words.none}</p>}
      {own.map((code) => (
        <OwnCode key={code.code} list={list} code={code} mayKeep={mayKeep} />
      ))}
    </section>
  )
}

function OwnCode({
  list,
  code,
  mayKeep,
}: {
  readonly list: ShownList
  readonly code: ShownCode
  readonly mayKeep: boolean
}): ReactNode {
  const words = useCodesWords()
  const { language } = useSpeaking()
  const named = (id: string) => nameIn(list, id)
  const facts: (readonly [string, string])[] = [
    [words.inForce, spanOf(code, language, words)],
    ...(code.standard === '' ? [] : [[words.countsAs, named(code.standard)] as const]),
    ...(code.parent === '' || code.parent === code.standard
      ? []
      : [[list.above?.title ?? words.above, nameAbove(list, code.parent)] as const]),
    ...(code.replacedBy === '' ? [] : [[words.replacedBy, named(code.replacedBy)] as const]),
    [words.because, code.because ?? ''],
    [words.keptBy, [code.keptBy, code.institution].filter(Boolean).join(', ')],
  ]
  return (
    <article aria-labelledby={`code-${code.code}`}>
      <h3 id={`code-${code.code}`}>
        {code.label} <code>{code.code}</code>
      </h3>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayKeep && code.validTo === '' && <EndCode list={list} code={code} />}
    </article>
  )
}

function Standard({ list }: { readonly list: ShownList }): ReactNode {
  const words = useCodesWords()
  const { language } = useSpeaking()
  const [search, setSearch] = useState('')
  const wanted = spellingKey(search)
  const all = list.codes.filter(({ own }) => !own)
  const found = all.filter(({ code, label }) =>
    [code, label].some((text) => spellingKey(text).includes(wanted)),
  )
  const shown = found.slice(0, shownCodes)
  return (
    <section>
      <h2 id="standard">{words.standardCodes}</h2>
      {all.length > shownCodes && (
        <TextField id="search" label={words.search} value={search} onText={setSearch} />
      )}
      <output>
        {found.length > shown.length
          ? words.shownOf(shown.length, found.length)
          : words.found(found.length)}
      </output>
      {shown.length > 0 && (
        <Scroll heading="standard" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{words.standardCodes}</caption>
            <thead>
              <tr>
                <th scope="col">{words.code}</th>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.inForce}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((code) => (
                <tr key={code.code}>
                  <th scope="row">
                    <code>{code.code}</code>
                  </th>
                  <td>{code.label}</td>
                  <td>{spanOf(code, language, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function spanOf(
  { validFrom, validTo }: ShownCode,
  language: 'es' | 'en' | 'fr',
  words: ReturnType<typeof useCodesWords>,
): string {
  if (validFrom === '' && validTo === '') return words.always
  if (validTo === '') return words.since(sayDay(validFrom, language))
  if (validFrom === '') return words.until(sayDay(validTo, language))
  return words.span(sayDay(validFrom, language), sayDay(validTo, language))
}

/** The place that a code lies in, by its name. */
function nameAbove({ above }: ShownList, id: string): string {
  const label = above?.codes.find(({ code }) => code === id)?.label
  return label === undefined ? id : `${label} (${id})`
}

/** A code with its name, where the list has it. */
function nameIn({ codes }: ShownList, id: string): string {
  const label = codes.find(({ code }) => code === id)?.label
  return label === undefined ? id : `${label} (${id})`
}
