import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
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
          <li>
            {/* Baked: the node serves it whole. */}
            <a href={`/${language}/releases`}>{words.site.releases}</a>
          </li>
          <li>
            <a href={`/${language}/learn`}>{words.site.learn}</a>
          </li>
          <li>
            <a href={`/${language}/capacity`}>{words.site.capacity}</a>
          </li>
          <li>
            <Link to="/$language/saved" params={{ language }}>
              {words.site.saved}
            </Link>
          </li>
          <li>
            <Link to="/$language/gaps" params={{ language }}>
              {words.site.gaps}
            </Link>
          </li>
          <li>
            <Link to="/$language/mirror" params={{ language }}>
              {words.site.mirror}
            </Link>
          </li>
          <li>
            <Link to="/$language/back-test" params={{ language }}>
              {words.site.backTest}
            </Link>
          </li>
          <li>
            <Link to="/$language/methods" params={{ language }}>
              {words.site.methods}
            </Link>
          </li>
          <li>
            <Link to="/$language/glossary" params={{ language }}>
              {words.site.glossary}
            </Link>
          </li>
          <li>
            <Link to="/$language/data" params={{ language }}>
              {words.site.data}
            </Link>
          </li>
          <li>
            <Link to="/$language/desk" params={{ language }}>
              {words.site.desk}
            </Link>
          </li>
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
