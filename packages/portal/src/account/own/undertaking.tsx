import { useState, type ReactNode } from 'react'
import { endsSoon } from '@caudal/methods/govern'
import { useSpeaking } from '../../words/speaking.tsx'
import { useAccountWords } from '../words/account-words.ts'
import type { Who } from '../who.ts'
import { sayDay } from './moment.ts'

/** Until when one's confidentiality undertaking holds; nothing for whoever reads no records and has signed none. */
export function Undertaking({ who }: { readonly who: Who }): ReactNode {
  const { undertaking: words } = useAccountWords().own
  const { language } = useSpeaking()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const { undertakingUntil: until } = who.account
  if (until === null && who.purposes.length === 0) return null
  return (
    <div>
      <dt>{words.title}</dt>
      <dd>
        {until !== null && until >= today && !endsSoon(until, today) ? (
          words.until(sayDay(until, language))
        ) : (
          <>
            <strong>
              {until === null
                ? words.none
                : until < today
                  ? words.over(sayDay(until, language))
                  : words.soon(sayDay(until, language))}
            </strong>
            <br />
            <span className="hint">{words.what}</span>
          </>
        )}
      </dd>
    </div>
  )
}
