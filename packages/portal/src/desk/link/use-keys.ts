import { useEffect, useRef } from 'react'

const typed = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'

/**
 * Keys that do something on a page. Those of one letter are silent while somebody types, and where they
 * were turned off, for speech and trembling hands press them unmeant.
 *
 * @param keys what each key does, by its name
 */
export function useKeys(keys: Readonly<Record<string, () => void>>, on = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const typing = event.target instanceof Element && event.target.matches(typed)
      if (typing && event.key.length === 1) return
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}
