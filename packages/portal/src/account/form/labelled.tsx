import type { ReactNode } from 'react'
import type { Fault } from './form.tsx'
import styles from '../account.module.css'

/** What a field says of itself, whatever it is filled in with. */
export interface FieldAbout {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly faults?: readonly Fault[]
}

/** A label, a hint, what is wrong, then the control: in this order, tied together. */
export function Labelled({
  children,
  ...about
}: FieldAbout & { readonly children: ReactNode }): ReactNode {
  const wrong = isWrong(about)
  return (
    <div className={`field ${styles['field']}`} data-wrong={wrong ? '' : undefined}>
      <label htmlFor={about.id}>{about.label}</label>
      <FieldNotes {...about} />
      {children}
    </div>
  )
}

/** The hint of a field and what is wrong of it; nothing where nothing is. */
export function FieldNotes({ id, hint, faults }: Omit<FieldAbout, 'label'>): ReactNode {
  const fault = faultOf({ id, faults })
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles['wrong']}>
          {fault.what}
        </p>
      )}
    </>
  )
}

/** Ids of what describes a field, for `aria-describedby`. */
export function describedBy({ id, hint, faults }: Omit<FieldAbout, 'label'>): string | undefined {
  const fault = faultOf({ id, faults })
  return [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
}

/** What ties a control to its notes. */
export function controlOf(about: Omit<FieldAbout, 'label'>) {
  return {
    id: about.id,
    'aria-describedby': describedBy(about),
    'aria-invalid': isWrong(about) ? (true as const) : undefined,
  }
}

export function isWrong(about: Pick<FieldAbout, 'id' | 'faults'>): boolean {
  return faultOf(about) !== undefined
}

function faultOf({
  id,
  faults = [],
}: {
  readonly id: string
  readonly faults?: readonly Fault[] | undefined
}) {
  return faults.find(({ field }) => field === id)
}
