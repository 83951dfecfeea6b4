import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './picker.module.css'

/** A modal dialog of the browser: it traps the focus, closes on Escape and gives the focus back. */
export function Dialog({
  title,
  close,
  apply,
  children,
  status,
}: {
  readonly title: string
  readonly close: () => void
  readonly apply: () => void
  readonly children: ReactNode
  readonly status: ReactNode
}): ReactNode {
  const { words } = useSpeaking()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <form
        className={styles['form']}
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <header className={styles['head']}>
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className="button"
            data-quiet=""
            aria-label={words.picker.cancel}
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </header>
        <div className={styles['content']}>{children}</div>
        <footer className={styles['foot']}>
          <output className="hint">{status}</output>
          <button type="button" className="button" onClick={close}>
            {words.picker.cancel}
          </button>
          <button type="submit" className="button" data-primary="">
            {words.picker.apply}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
