import { useRouterState } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Moves a strip of links sideways until the link of the page that is open can be seen: on a phone
 * the strip is longer than the screen. Links that come later are waited for.
 */
export function useCurrentLinkShown<Strip extends HTMLElement>(): RefObject<Strip | null> {
  const strip = useRef<Strip>(null)
  const shown = useRef('')
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useLayoutEffect(() => {
    const element = strip.current
    if (!element || shown.current === path) return undefined
    shown.current = path
    if (showCurrent(element)) return undefined
    const observer = new MutationObserver(() => {
      if (showCurrent(element)) observer.disconnect()
    })
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['aria-current'] })
    return () => observer.disconnect()
  }, [path])
  return strip
}

function showCurrent(strip: HTMLElement): boolean {
  const current = strip.querySelector('[aria-current]')
  if (!current) return false
  const around = strip.getBoundingClientRect()
  const link = current.getBoundingClientRect()
  if (link.right > around.right) strip.scrollLeft += link.right - around.right + 16
  if (link.left < around.left) strip.scrollLeft -= around.left - link.left + 16
  return true
}
