import type { ReactNode } from 'react'
import type { FaultRow, UnsupportedRow } from './forms.ts'
import { Scroll } from '../../scroll.tsx'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** Rows of the workbook with what is wrong with each, or what it means that it is not supported. */
export function UnsupportedTable({
  heading,
  rows,
}: {
  /** Id of the heading above. */
  readonly heading: string
  readonly rows: readonly (UnsupportedRow | FaultRow)[]
}): ReactNode {
  const { unsupported: words } = useFormsWords()
  const isFaulty = rows.some((row) => 'fault' in row)
  return (
    <Scroll heading={heading} stacked>
      <table className={styles['table']} aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{isFaulty ? words.why : words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { sheet, row: number, name, part, text } = row
            return (
              <tr key={`${sheet} ${number} ${name} ${part} ${text}`}>
                <th scope="row">
                  {words.sheetRow(sheet, number)}
                  {name !== '' && (
                    <>
                      <br />
                      <span className={`hint ${styles['said']}`}>{name}</span>
                    </>
                  )}
                </th>
                <td>
                  <span className="hint">{part}</span>
                  {text !== '' && (
                    <>
                      <br />
                      <code className={styles['said']}>{text}</code>
                    </>
                  )}
                </td>
                <td>{'fault' in row ? row.fault : row.meaning}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
