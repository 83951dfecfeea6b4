import { useEffect } from 'react'
import { useSpeaking } from '../words/speaking.tsx'

/** Names the page in the title of the window. */
export function usePageTitle(title: string | undefined): void {
  const { words } = useSpeaking()
  useEffect(() => {
    document.title = title ? `${title} · ${words.site.name}` : words.site.name
  }, [title, words])
}
