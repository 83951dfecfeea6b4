import { useState, type ReactNode } from 'react'
import { useLinkWords } from '../words/link-words.ts'
import accountStyles from '../../../account/account.module.css'
import styles from '../link.module.css'

/** Where the browser keeps whether keys of one letter are wanted. */
const place = 'caudal.review-keys'

interface KeysWanted {
  readonly on: boolean
  readonly want: (on: boolean) => void
}

/** Whether keys of one letter act; kept in the browser, and on where it keeps nothing. */
export function useKeysWanted(): KeysWanted {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(place) !== 'off'
    } catch {
      return true
    }
  })
  return {
    on,
    want: (wanted) => {
      setOn(wanted)
      try {
        localStorage.setItem(place, wanted ? 'on' : 'off')
      } catch {
        // a browser that keeps nothing asks again next time
      }
    },
  }
}

/** The keys of the page, and the switch that silences them. */
export function KeyHelp({ keys }: { readonly keys: KeysWanted }): ReactNode {
  const words = useLinkWords()
  return (
    <section aria-labelledby="review-keys">
      <h3 id="review-keys">{words.keys.title}</h3>
      <dl className={styles['keys']}>
        {(['1', '2', 'n', 'b', 'u'] as const).map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.keys.does[key]}</dd>
          </div>
        ))}
      </dl>
      <label className={accountStyles['choice']}>
        <input
          type="checkbox"
          checked={keys.on}
          onChange={({ target }) => keys.want(target.checked)}
        />
        {words.keys.wanted}
      </label>
    </section>
  )
}
