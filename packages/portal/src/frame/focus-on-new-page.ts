import { useRouterState } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Moves the focus to the heading of a page that has just been opened, so that a screen reader
 * reads it and the next Tab starts there. A change of the table or of the language keeps the
 * focus where it is.
 */
export function useFocusOnNewPage(main: RefObject<HTMLElement | null>): void {
  // The location that is shown, not the one that is on its way.
  const path = useRouterState({
    select: ({ resolvedLocation, location }) =>
      (resolvedLocation ?? location).pathname.replace(/^\/[a-z]{2}(?=\/|$)/, ''),
  })
  const shown = useRef(path)
  useLayoutEffect(() => {
    if (shown.current === path) return undefined
    shown.current = path
    const content = main.current
    if (!content || focusHeading(content)) return undefined
    // The page is still on its way: its heading takes over as soon as it is there.
    content.focus({ preventScroll: true })
    const observer = new MutationObserver(() => {
      if (document.activeElement !== content || focusHeading(content)) observer.disconnect()
    })
    observer.observe(content, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [path, main])
}

function focusHeading(content: HTMLElement): boolean {
  const heading = content.querySelector<HTMLElement>('h1')
  if (!heading) return false
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return true
}
