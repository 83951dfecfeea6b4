import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form, Trouble, type Fault } from '../account/form/form.tsx'
import { CodeField, TextField } from '../account/form/text-field.tsx'
import { useDeed } from '../account/form/use-deed.ts'
import { tellNode } from '../node-api/ask-node.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { alertsQuery, type MailState } from './saved-queries.ts'
import { useSavedWords } from './words/saved-words.ts'
import styles from './saved.module.css'

/** Where notices are read besides this page: a feed with a secret address, and e-mail. */
export function NoticePlaces(): ReactNode {
  const { language } = useSpeaking()
  const { data } = useQuery(alertsQuery(language))
  if (data === undefined) return null
  return (
    <>
      <Feed exists={data.feed} />
      <Mail state={data.mail} />
    </>
  )
}

function Feed({ exists }: { readonly exists: boolean }): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [address, setAddress] = useState<string>()
  const make = useDeed(async () => {
    const { path } = await tellNode<{ path: string }>(
      'POST',
      '/api/publish/alerts/feed',
      language,
      {},
    )
    setAddress(`${location.origin}${path}`)
    await client.invalidateQueries(alertsQuery(language))
  })
  const end = useDeed(async () => {
    await tellNode('DELETE', '/api/publish/alerts/feed', language)
    setAddress(undefined)
    await client.invalidateQueries(alertsQuery(language))
  })
  return (
    <section className={styles['section']} aria-labelledby="feed">
      <h2 id="feed">{t.feed}</h2>
      <p>{t.feedLead}</p>
      <Trouble problem={make.problem ?? end.problem} />
      {address === undefined ? (
        exists && <p>{t.feedExists}</p>
      ) : (
        <div className={styles['narrow']}>
          <p>{t.feedOnce}</p>
          <CopyText label={t.feedAddress} text={address} lines={3} />
        </div>
      )}
      <div className={styles['row']}>
        <button
          type="button"
          className="button"
          disabled={make.busy}
          onClick={() => void make.run()}
        >
          {exists ? t.feedAnew : t.feedMake}
        </button>
        {exists && (
          <button
            type="button"
            className="button"
            data-quiet=""
            disabled={end.busy}
            onClick={() => void end.run()}
          >
            {t.feedEnd}
          </button>
        )}
      </div>
    </section>
  )
}

function Mail({ state }: { readonly state: MailState }): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const end = useDeed(async () => {
    await tellNode('DELETE', '/api/publish/alerts/mail', language)
    await client.invalidateQueries(alertsQuery(language))
  })
  const { offered, address, confirmed } = state
  const endButton = (
    <button
      type="button"
      className="button"
      data-quiet=""
      disabled={end.busy}
      onClick={() => void end.run()}
    >
      {t.mailEnd}
    </button>
  )
  return (
    <section className={styles['section']} aria-labelledby="mail">
      <h2 id="mail">{t.mail}</h2>
      {!offered && <p>{t.mailNotOffered}</p>}
      <Trouble problem={end.problem} />
      {address !== null && confirmed && (
        <>
          <p>{t.mailGoes(address)}</p>
          <div className={styles['row']}>{endButton}</div>
        </>
      )}
      {offered && address !== null && !confirmed && (
        <>
          <ConfirmAddress address={address} />
          <div className={styles['row']}>{endButton}</div>
        </>
      )}
      {offered && address === null && <ChooseAddress />}
    </section>
  )
}

function ChooseAddress(): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [address, setAddress] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const choose = useDeed(async () => {
    await tellNode('POST', `/api/publish/alerts/mail?language=${language}`, language, { address })
    await client.invalidateQueries(alertsQuery(language))
  })
  return (
    <Form
      problem={choose.problem}
      faults={faults}
      onSend={() => {
        const wrong = address.trim() === '' ? [{ field: 'address', what: t.addressNeeded }] : []
        setFaults(wrong)
        if (wrong.length === 0) void choose.run()
      }}
    >
      <p>{t.mailLead}</p>
      <TextField
        id="address"
        label={t.address}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={address}
        onText={setAddress}
        faults={faults}
      />
      <div>
        <button type="submit" className="button" disabled={choose.busy}>
          {t.sendCode}
        </button>
      </div>
    </Form>
  )
}

function ConfirmAddress({ address }: { readonly address: string }): ReactNode {
  const t = useSavedWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const confirm = useDeed(async () => {
    await tellNode('POST', '/api/publish/alerts/mail/confirm', language, { code })
    await client.invalidateQueries(alertsQuery(language))
  })
  return (
    <Form problem={confirm.problem} onSend={() => void confirm.run()}>
      <p>{t.codeSent(address)}</p>
      <CodeField id="code" label={t.code} value={code} onText={setCode} inputMode="numeric" />
      <div>
        <button type="submit" className="button" disabled={confirm.busy}>
          {t.confirm}
        </button>
      </div>
    </Form>
  )
}
