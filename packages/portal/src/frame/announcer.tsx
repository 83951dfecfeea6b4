import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<(sentence: string) => void>(() => {})

/** Long enough for a screen reader to have taken it up. */
const keptSeconds = 4

/** Says what changed on the page to those who do not see it, once their reader pauses. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [sentences, setSentences] = useState<readonly string[]>([])
  const announce = useCallback((sentence: string) => {
    setSentences((before) => [...before, sentence].slice(-3))
  }, [])
  useEffect(() => {
    if (sentences.length === 0) return undefined
    const timer = setTimeout(() => setSentences([]), keptSeconds * 1000)
    return () => clearTimeout(timer)
  }, [sentences])
  return (
    <AnnounceContext value={announce}>
      {children}
      <output className="visually-hidden">{sentences.join('. ')}</output>
    </AnnounceContext>
  )
}

export function useAnnounce(): (sentence: string) => void {
  return use(AnnounceContext)
}
