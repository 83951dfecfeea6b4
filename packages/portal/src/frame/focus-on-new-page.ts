import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'

/**
 * Moves the focus to the heading of a page that has just been opened, so that a screen reader
 * reads it and the next Tab starts there. A change of the table or of the language keeps the
 * focus where it is.
 */
export function useFocusOnNewPage(main: RefObject<HTMLElement | null>): void {
  const path = useLocation({
    select: ({ pathname }) => pathname.replace(/^\/[a-z]{2}(?=\/|$)/, ''),
  })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    const heading = main.current?.querySelector<HTMLElement>('h1')
    if (!heading) {
      main.current?.focus({ preventScroll: true })
      return
    }
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [path, main])
}
