import { useLocation, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../words/speaking.tsx'

const names: Record<Language, string> = { es: 'Español', en: 'English', fr: 'Français' }

/** The same page, with the same table, in another language. */
export function LanguageSwitch(): ReactNode {
  const { language, words } = useSpeaking()
  const { pathname, searchStr } = useLocation()
  const router = useRouter()
  return (
    <nav aria-label={words.site.languages} className="site-languages">
      {languages.map((each) => {
        const href = `/${each}${pathname.slice(3)}${searchStr}`
        return (
          <a
            key={each}
            href={href}
            hrefLang={each}
            lang={each}
            aria-current={each === language ? 'true' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
              event.preventDefault()
              router.history.push(href)
            }}
          >
            {names[each]}
          </a>
        )
      })}
    </nav>
  )
}
