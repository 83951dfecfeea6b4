import { useState, type ReactNode } from 'react'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './figure.module.css'

/** The drawing of a figure as SVG or PNG, with title, key and source in it. */
export function PictureButtons({
  name,
  words: said,
}: {
  readonly name: string
  readonly words: { readonly title: string; readonly subtitle: string; readonly source: string }
}): ReactNode {
  const { words } = useSpeaking()
  const [outcome, setOutcome] = useState<'none' | 'failed'>()
  const save = async (button: HTMLElement, kind: 'svg' | 'png'): Promise<void> => {
    setOutcome(undefined)
    const body = button.closest('section')?.querySelector<HTMLElement>('[data-picture]')
    if (!body) return
    try {
      const { savePicture } = await import('../picture/save-picture.ts')
      if (!(await savePicture(body, kind, said, name))) setOutcome('none')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <div className={styles['pictureButtons']}>
      {(['svg', 'png'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button"
          onClick={({ currentTarget }) => void save(currentTarget, kind)}
        >
          {words.figure.pictures[kind]}
        </button>
      ))}
      <output className="hint">
        {outcome === 'none' && words.figure.noPicture}
        {outcome === 'failed' && words.figure.pictureFailed}
      </output>
    </div>
  )
}
