import { useEffect, useRef, useState, type ReactNode } from 'react'
import type * as ChartDrawing from './chart-drawing.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './chart.module.css'

type Tools = typeof ChartDrawing

/** Draws into a width given in pixels. */
export type Draw = (tools: Tools, width: number) => SVGSVGElement

let tools: Promise<Tools> | undefined

/** The drawing tools, fetched when a chart is wanted for the first time. */
function loadTools(): Promise<Tools> {
  tools ??= import('./chart-drawing.ts').catch((error: unknown) => {
    tools = undefined
    throw error
  })
  return tools
}

/** A place for a drawing that is drawn anew when its width or its content changes. */
export function Drawing({
  label,
  height,
  draw,
}: {
  readonly label: string
  /** Pixels kept free until the drawing is there, so that nothing jumps. */
  readonly height: number
  readonly draw: Draw
}): ReactNode {
  const { words } = useSpeaking()
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading')

  useEffect(() => {
    const watched = place.current!
    const measure = (): void => setWidth(Math.floor(watched.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (width < 40) return undefined
    let current = true
    loadTools().then(
      (loaded) => {
        if (!current) return
        const drawing = draw(loaded, width)
        // One picture with one name: what the library calls its parts is not for readers.
        for (const part of drawing.querySelectorAll('[aria-label], [aria-description]')) {
          part.removeAttribute('aria-label')
          part.removeAttribute('aria-description')
        }
        drawing.setAttribute('role', 'img')
        drawing.setAttribute('aria-label', label)
        place.current!.replaceChildren(drawing)
        setState('drawn')
      },
      () => current && setState('failed'),
    )
    return () => {
      current = false
    }
  }, [draw, width, label])

  return (
    <div
      className={styles['drawing']}
      style={state === 'drawn' ? undefined : { minHeight: height }}
    >
      {state === 'loading' && <p className="hint">{words.views.loadingChart}</p>}
      {state === 'failed' && <p role="alert">{words.problem.network}</p>}
      <div ref={place} />
    </div>
  )
}
