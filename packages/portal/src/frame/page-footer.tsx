import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import { addressOf, footerPlaces } from './site-map.ts'
import { appearances, chooseAppearance, recallAppearance, type Appearance } from './appearance.ts'

export function PageFooter(): ReactNode {
  const { language, words } = useSpeaking()
  const [appearance, setAppearance] = useState(recallAppearance)
  return (
    <footer className="site-footer no-print">
      <div className="site-footer-bar">
        <div>
          <p>{words.site.about}</p>
          <p className="hint">{words.site.nothingRun}</p>
        </div>
        <ul className="site-footer-links">
          {footerPlaces.map((place) => (
            <li key={place.path}>
              {'baked' in place ? (
                <a href={addressOf(place, language)}>{words.site[place.label]}</a>
              ) : (
                <Link to={`/$language${place.path}`} params={{ language }}>
                  {words.site[place.label]}
                </Link>
              )}
            </li>
          ))}
        </ul>
        <div className="site-appearance">
          <label htmlFor="appearance">{words.site.appearance}</label>
          <select
            id="appearance"
            className="select"
            value={appearance}
            onChange={({ target }) => {
              const chosen = target.value as Appearance
              setAppearance(chosen)
              chooseAppearance(chosen)
            }}
          >
            {appearances.map((each) => (
              <option key={each} value={each}>
                {words.site[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
    </footer>
  )
}
