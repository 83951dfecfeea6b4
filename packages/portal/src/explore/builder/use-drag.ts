import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { Place } from '../specification/rearrange.ts'

/** What is being dragged, where the pointer is, and where it would be put. */
export interface Drag {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly target: DropTarget | undefined
}

export interface DropTarget {
  readonly place: Place
  readonly position: number
}

/** Pixels that tell a drag from a press. */
const threshold = 5

/** Pixels from the edge of the window within which what is dragged takes the page along, and how far a frame. */
const edge = 56
const glideStep = 14

/**
 * Dragging with mouse, pen or finger. Wells are elements with `data-place`, what stands in them has
 * `data-dimension`. Whatever is done by dragging can be done by keys and by menu as well.
 */
export function useDrag(
  wells: RefObject<HTMLElement | null>,
  drop: (id: string, target: DropTarget) => void,
): { drag: Drag | undefined; start: (id: string, event: PointerEvent<HTMLElement>) => void } {
  const [drag, setDrag] = useState<Drag>()
  const running = useRef<{ id: string; x: number; y: number; moved: boolean }>(undefined)
  const dropRef = useRef(drop)
  useEffect(() => {
    dropRef.current = drop
  }, [drop])

  const start = useCallback(
    (id: string, event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      const handle = event.currentTarget
      running.current = { id, x: event.clientX, y: event.clientY, moved: false }
      handle.setPointerCapture(event.pointerId)
      let pointer = { x: event.clientX, y: event.clientY }
      let frame = 0

      const follow = (): void => {
        const { x, y } = pointer
        setDrag({ id, x, y, target: targetAt(wells.current, x, y, id) })
      }
      // A long list of variables is longer than a window: near an edge the page goes on by itself.
      const glide = (): void => {
        const before = window.scrollY
        const step =
          pointer.y < edge ? -glideStep : pointer.y > window.innerHeight - edge ? glideStep : 0
        if (step !== 0) window.scrollBy({ top: step, behavior: 'instant' })
        if (window.scrollY !== before) follow()
        frame = requestAnimationFrame(glide)
      }

      const move = (moved: globalThis.PointerEvent): void => {
        const run = running.current
        if (!run) return
        if (!run.moved && Math.hypot(moved.clientX - run.x, moved.clientY - run.y) < threshold)
          return
        if (!run.moved) frame = requestAnimationFrame(glide)
        run.moved = true
        pointer = { x: moved.clientX, y: moved.clientY }
        follow()
      }
      const end = (ended?: globalThis.PointerEvent): void => {
        const run = running.current
        running.current = undefined
        cancelAnimationFrame(frame)
        handle.removeEventListener('pointermove', move)
        handle.removeEventListener('pointerup', end)
        handle.removeEventListener('pointercancel', cancel)
        document.removeEventListener('keydown', escape)
        setDrag(undefined)
        if (!run?.moved || !ended) return
        const target = targetAt(wells.current, ended.clientX, ended.clientY, id)
        if (target) dropRef.current(id, target)
      }
      const cancel = (): void => end()
      const escape = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') end()
      }
      handle.addEventListener('pointermove', move)
      handle.addEventListener('pointerup', end)
      handle.addEventListener('pointercancel', cancel)
      document.addEventListener('keydown', escape)
    },
    [wells],
  )
  return { drag, start }
}

/** The well under the pointer, and before which of its dimensions. */
function targetAt(
  whole: HTMLElement | null,
  x: number,
  y: number,
  dragged: string,
): DropTarget | undefined {
  for (const well of whole?.querySelectorAll<HTMLElement>('[data-place]') ?? []) {
    const box = well.getBoundingClientRect()
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue
    const others = [...well.querySelectorAll<HTMLElement>('[data-dimension]')].filter(
      ({ dataset }) => dataset['dimension'] !== dragged,
    )
    const before = others.findIndex((each) => {
      const { top, height } = each.getBoundingClientRect()
      return y < top + height / 2
    })
    return {
      place: well.dataset['place'] as Place,
      position: before < 0 ? others.length : before,
    }
  }
  return undefined
}
