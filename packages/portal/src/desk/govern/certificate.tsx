import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { saveFile } from '../../parts/save-file.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { codeListQuery } from '../collect/send/submission.ts'
import { sayCertificate } from './say-certificate.ts'
import { certificateWords } from './words/certificate-words.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** A certificate as the person reads it, on the page and in print, with the text that was signed below. */
export function Certificate({
  id,
  title,
  lead,
  beyond,
  certificate,
}: {
  readonly id: string
  readonly title: string
  readonly lead: string
  /** What whoever hands it over has to explain; '' where there is nothing. */
  readonly beyond: string
  readonly certificate: string
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  const { data } = useQuery(codeListQuery('countries', language))
  const countries = new Map(data?.codes.map(({ code, label }) => [code, label]))
  const { signedText, signedTextLead } = certificateWords[language]
  return (
    <section className={styles['stack']} aria-labelledby="certificate">
      <h2 id="certificate">{title}</h2>
      <p>{lead}</p>
      {beyond !== '' && <p className="no-print">{beyond}</p>}
      <dl className={styles['facts']}>
        {sayCertificate(certificate, countries, language).map(({ line, label, said }) => (
          <div key={line}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <h3>{signedText}</h3>
      <p>{signedTextLead}</p>
      <pre className={styles['verbatim']} lang="en">
        {certificate}
      </pre>
      <div className={`${styles['buttons']} no-print`}>
        <button className="button" type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button
          className="button"
          type="button"
          onClick={() => saveFile(new Blob([certificate], { type: 'text/plain' }), `${id}.txt`)}
        >
          {words.saveCertificate}
        </button>
      </div>
    </section>
  )
}
