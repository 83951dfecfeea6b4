import { useState, type ReactNode } from 'react'
import { endsSoon } from '@caudal/methods/govern'
import { useSpeaking } from '../../words/speaking.tsx'
import { useAccountWords } from '../words/account-words.ts'
import type { Who } from '../who.ts'
import { sayDay } from './moment.ts'

/** Until when one's confidentiality undertaking holds; nothing for whoever reads no records and has signed none. */
export function Undertaking({ who }: { readonly who: Who }): ReactNode {
  const { undertaking: words } = useAccountWords().own
  const { pressing, said } = useStanding(who)
  if (said === undefined) return null
  return (
    <div>
      <dt>{words.title}</dt>
      <dd>
        {pressing ? (
          <>
            <strong>{said}</strong>
            <br />
            <span className="hint">{words.what}</span>
          </>
        ) : (
          said
        )}
      </dd>
    </div>
  )
}

/** Before records are read: that one's undertaking is missing, has expired or is about to. */
export function UndertakingCaution({
  who,
  className,
}: {
  readonly who: Who
  readonly className: string | undefined
}): ReactNode {
  const { undertaking: words } = useAccountWords().own
  const { pressing, said } = useStanding(who)
  if (said === undefined || !pressing) return null
  return (
    <p className={className}>
      <strong>
        {words.title}. {said}.
      </strong>{' '}
      {words.what}
    </p>
  )
}

function useStanding({ account, purposes }: Who): {
  readonly pressing: boolean
  readonly said: string | undefined
} {
  const { undertaking: words } = useAccountWords().own
  const { language } = useSpeaking()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const { undertakingUntil: until } = account
  if (until === null) {
    return { pressing: true, said: purposes.length === 0 ? undefined : words.none }
  }
  const day = sayDay(until, language)
  if (until < today) return { pressing: true, said: words.over(day) }
  return endsSoon(until, today)
    ? { pressing: true, said: words.soon(day) }
    : { pressing: false, said: words.until(day) }
}
