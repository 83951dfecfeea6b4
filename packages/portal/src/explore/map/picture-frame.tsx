import type { KeyboardEvent, ReactNode } from 'react'
import type { AreaValue } from '@caudal/methods/publish/map'
import { MapPatterns } from './map-patterns.tsx'
import styles from './map-picture.module.css'

export interface PictureProps {
  /** Prefix of the ids of this picture. */
  readonly prefix: string
  /** Name of the picture, and how it is used. */
  readonly label: string
  readonly help: string
  /** Codes from the highest figure down, areas without a figure last: the order of the arrow keys. */
  readonly order: readonly string[]
  readonly active: string | undefined
  readonly idOf: (code: string) => string
  /** An area with its figure in words. */
  readonly say: (area: AreaValue) => string
  readonly write: (value: number) => string
  readonly choose: (code: string | undefined) => void
  readonly point: (code: string | undefined) => void
}

/**
 * A picture of areas that is one stop for the keyboard: a list whose options are the areas. Arrow
 * keys walk it, a tap or click chooses; what is chosen is said beside the picture.
 */
export function PictureFrame({
  prefix,
  label,
  help,
  order,
  active,
  idOf,
  choose,
  point,
  width,
  height,
  children,
}: PictureProps & {
  readonly width: number
  readonly height: number
  readonly children: ReactNode
}): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = active === undefined ? -1 : order.indexOf(active)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at < 0 ? order.length - 1 : at - 1,
      ArrowUp: at < 0 ? order.length - 1 : at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: order.length - 1,
    }
    if (event.key === 'Escape' && active !== undefined) {
      event.preventDefault()
      choose(undefined)
      return
    }
    const next = steps[event.key]
    if (next === undefined || order.length === 0) return
    event.preventDefault()
    choose(order[Math.max(0, Math.min(order.length - 1, next))])
  }

  return (
    <svg
      // An SVG has no element for a list of options.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={label}
      aria-describedby={`${prefix}-help`}
      aria-activedescendant={
        active !== undefined && order.includes(active) ? idOf(active) : undefined
      }
      tabIndex={0}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles['picture']}
      onKeyDown={onKeyDown}
      onClick={(event) => choose(codeAt(event))}
      onPointerMove={(event) => event.pointerType === 'mouse' && point(codeAt(event))}
      onPointerLeave={() => point(undefined)}
    >
      <desc id={`${prefix}-help`}>{help}</desc>
      <MapPatterns prefix={prefix} />
      {children}
    </svg>
  )
}

/** The code of the area that an event happened on. */
function codeAt({ target }: { readonly target: EventTarget | null }): string | undefined {
  if (!(target instanceof Element)) return undefined
  return target.closest('[data-code]')?.getAttribute('data-code') ?? undefined
}
