import { createContext, use, useCallback, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<(sentence: string) => void>(() => {})

/** Says what changed on the page to those who do not see it, once their reader pauses. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [sentence, setSentence] = useState('')
  const announce = useCallback((next: string) => {
    // The same sentence twice must be a change, or it is not read again.
    setSentence((previous) => (previous === next ? `${next}\u00a0` : next))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <p className="visually-hidden" role="status">
        {sentence}
      </p>
    </AnnounceContext>
  )
}

export function useAnnounce(): (sentence: string) => void {
  return use(AnnounceContext)
}
