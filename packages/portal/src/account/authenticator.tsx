import qrcode from 'qrcode-generator'
import { useMemo, type ReactNode } from 'react'
import { useAccountWords } from './words/account-words.ts'
import styles from './account.module.css'

/** The key of an authenticator app: drawn to be scanned, written to be typed. */
export function AuthenticatorKey({
  address,
  keyText,
}: {
  readonly address: string
  readonly keyText: string
}): ReactNode {
  const words = useAccountWords()
  const { path, size } = useMemo(() => drawCode(address), [address])
  return (
    <div className={styles['stack']}>
      <p>{words.link.scan}</p>
      <svg
        className={styles['drawing']}
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={words.link.scan}
        shapeRendering="crispEdges"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <p>
        {words.link.typeKey}
        <br />
        <span className={styles['key']}>{keyText}</span>
      </p>
    </div>
  )
}

function drawCode(text: string): { readonly path: string; readonly size: number } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return { path, size }
}
