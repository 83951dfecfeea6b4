import { useEffect, useState, type ReactNode } from 'react'
import { isLanguage } from '@caudal/methods/vocabulary'
import { loadWords, type Words } from '../words/catalogue.ts'
import styles from './frame.module.css'

/**
 * What is left when the program itself fails. It asks for nothing around it, because what is
 * around it may be what failed.
 */
export function BrokenPage(): ReactNode {
  const [words, setWords] = useState<Words>()
  useEffect(() => {
    const { lang } = document.documentElement
    void loadWords(isLanguage(lang) ? lang : 'es').then(setWords)
  }, [])
  if (!words) return null
  return (
    <div className={styles['plain']} role="alert">
      <h1>{words.problem.broken}</h1>
      <p>{words.problem.brokenWhat}</p>
      <p className={styles['actions']}>
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.problem.reload}
        </button>
      </p>
    </div>
  )
}
