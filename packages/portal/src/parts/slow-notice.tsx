import { useEffect, useState, type ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'

const patienceSeconds = 6

/** Says that an answer is late, once it is. */
export function SlowNotice(): ReactNode {
  const { words } = useSpeaking()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceSeconds * 1000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className={late ? 'hint' : 'visually-hidden'}>
      {late ? words.status.slow : words.status.loading}
    </output>
  )
}
