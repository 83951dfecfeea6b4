import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../parts/icon.tsx'
import { useSpeaking } from '../words/speaking.tsx'

const SearchDialog = lazy(async () => {
  const { SearchDialog: loaded } = await import('./search-dialog.tsx')
  return { default: loaded }
})

/** Opens the search over all data; so does the key `/` wherever nothing is being typed. */
export function SearchButton(): ReactNode {
  const { words } = useSpeaking()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="site-open"
        title={words.search.key}
        aria-keyshortcuts="/"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span>{words.search.open}</span>
      </button>
      {open &&
        // After the page in the document, so that its heading does not come before the page's own.
        createPortal(
          <Suspense>
            <SearchDialog close={() => setOpen(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}
