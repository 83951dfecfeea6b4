import { Link } from '@tanstack/react-router'
import { createElement, Fragment, type ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import { wordsOf, type Prose, type ProseElement } from './prose-tree.ts'
import styles from './prose.module.css'

/** A text as its pieces say. What they name is drawn as elements; nothing in them is markup. */
export function ProseText({ pieces }: { readonly pieces: readonly Prose[] }): ReactNode {
  return <div className={styles['prose']}>{pieces.map((piece, place) => draw(piece, place))}</div>
}

/** The same without a box of its own: inside a line. */
export function ProseLine({ pieces }: { readonly pieces: readonly Prose[] }): ReactNode {
  const inLine = pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.tag === 'p' ? (piece.children ?? []) : [piece],
  )
  return inLine.map((piece, place) => draw(piece, place))
}

function draw(piece: Prose, place: number): ReactNode {
  if (typeof piece === 'string') return <Fragment key={place}>{piece}</Fragment>
  const children = piece.children?.map((child, at) => draw(child, at))
  if (piece.tag === 'a') {
    return (
      <ProseLink key={place} address={piece.attributes?.['href'] ?? ''}>
        {children}
      </ProseLink>
    )
  }
  if (piece.tag === 'table') {
    return (
      <Wide key={place} label={firstRow(piece)}>
        <table>{children}</table>
      </Wide>
    )
  }
  if (piece.tag === 'math' && piece.attributes?.['display'] === 'block') {
    return (
      <Wide key={place} label={wordsOf([piece])}>
        {createElement('math', piece.attributes, children)}
      </Wide>
    )
  }
  return createElement(piece.tag, { key: place, ...piece.attributes }, children)
}

/** What may be wider than a phone is scrolled by itself, by keyboard too. */
function Wide({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}): ReactNode {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <figure className={styles['wide']} tabIndex={0} aria-label={label}>
      {children}
    </figure>
  )
}

/** The first row of a table: what it is called by. */
function firstRow(table: ProseElement): string {
  const row = findElement(table, 'tr')
  return (row?.children ?? []).map((cell) => wordsOf([cell])).join(', ')
}

function findElement(within: ProseElement, tag: string): ProseElement | undefined {
  if (within.tag === tag) return within
  for (const child of within.children ?? []) {
    const found = typeof child === 'string' ? undefined : findElement(child, tag)
    if (found) return found
  }
  return undefined
}

function ProseLink({
  address,
  children,
}: {
  readonly address: string
  readonly children: ReactNode
}): ReactNode {
  const { language } = useSpeaking()
  if (/^(https?:|mailto:|#|\/)/.test(address)) return <a href={address}>{children}</a>
  return (
    <Link to="/$language/methods/$page" params={{ language, page: address }}>
      {children}
    </Link>
  )
}
