import { useMemo, type ReactNode } from 'react'
import { formatNumber, statusSigns, type TableResult } from '@caudal/methods/publish'
import { classifyValues, findClass, type AreaClass } from '@caudal/methods/publish/map'
import { percentSign } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { labelSize, shorten, textWidth, typeScale, wrapLabel } from '../chart/chart-text.ts'
import { useWidth } from '../map/use-width.ts'
import type { ViewProps } from './view-props.ts'
import styles from './views.module.css'

const rowsAtMost = 60
const columnsAtMost = 60

/** Every cell as a shade: rows and columns of the table as they stand, figures where they fit. */
export function HeatView({ result, title }: ViewProps): ReactNode {
  const { language, words } = useSpeaking()
  const [box, width] = useWidth<HTMLDivElement>()
  const rows = useMemo(() => namesOf(result.rows, result.rowKeys).slice(0, rowsAtMost), [result])
  const columns = useMemo(
    () => namesOf(result.columns, result.columnKeys).slice(0, columnsAtMost),
    [result],
  )
  const all = result.columnKeys.length
  const cells = rows.flatMap((_, row) =>
    columns.map((_name, column) => {
      const at = row * all + column
      return { row, column, value: result.values[at] ?? null, status: result.statuses[at] }
    }),
  )
  const classes = useMemo(
    () =>
      classifyValues(
        result.values.filter((value) => value !== null),
        'quantile',
      ),
    [result],
  )
  const sign = percentSign(result.measure.unit, language)
  const write = (value: number): string => formatNumber(value, language, result.measure.decimals)
  const nameRoom = Math.min(
    Math.max(...rows.map(textWidth)) + 12,
    Math.max(90, width * (width < 500 ? 0.38 : 0.28)),
  )
  const lines = rows.map((name) => wrapLabel(name, nameRoom - 12))
  const pitch = (lines.some(({ length }) => length > 1) ? 38 : 28) * typeScale()
  const across = Math.max(10, (width - nameRoom) / Math.max(1, columns.length))
  const upright = columns.every((name) => textWidth(name) <= across - 6)
  const headRoom = upright
    ? 26 * typeScale()
    : Math.min(130, Math.max(...columns.map(textWidth)) * 0.75 + 14)
  const fits = cells.every(({ value }) => value === null || textWidth(write(value)) <= across - 2)
  const height = headRoom + rows.length * pitch + 2
  return (
    <div className={styles['view']}>
      <div ref={box} className={styles['box']}>
        {width > 0 && (
          <svg
            role="img"
            aria-label={title}
            width={width}
            height={height}
            className={styles['picture']}
          >
            {columns.map((name, column) => {
              const x = nameRoom + (column + 0.5) * across
              const y = headRoom - 8
              const step = upright ? 1 : Math.ceil(20 / across)
              if (column % step !== 0) return null
              return (
                <text
                  key={`${name} ${column}`}
                  x={x}
                  y={y}
                  textAnchor={upright ? 'middle' : 'start'}
                  transform={upright ? undefined : `rotate(-48 ${x} ${y})`}
                >
                  {upright ? name : shorten(name, 150)}
                </text>
              )
            })}
            {lines.map((words, row) => (
              <text key={`${words.join(' ')} ${row}`} textAnchor="end">
                {words.map((line, at) => (
                  <tspan
                    key={line}
                    x={nameRoom - 10}
                    y={
                      headRoom +
                      (row + 0.5) * pitch +
                      (at - (words.length - 1) / 2) * 16 * typeScale()
                    }
                    dy="0.33em"
                  >
                    {line}
                  </tspan>
                ))}
              </text>
            ))}
            {cells.map(({ row, column, value, status }) => {
              const found = value === null ? undefined : findClass(classes, value)
              const fill = shadeOf(found === undefined ? undefined : classes[found])
              const x = nameRoom + column * across
              const y = headRoom + row * pitch
              return (
                <g key={`${row} ${column}`} data-shade={fill}>
                  <rect
                    x={x + 0.5}
                    y={y + 0.5}
                    width={Math.max(1, across - 1)}
                    height={pitch - 1}
                    className={styles['cell']}
                  />
                  {(value === null ? across >= 12 : fits) && (
                    <text x={x + across / 2} y={y + pitch / 2} dy="0.33em" textAnchor="middle">
                      {value === null ? statusSigns[status ?? 'missing'] : write(value)}
                    </text>
                  )}
                </g>
              )
            })}
          </svg>
        )}
      </div>
      <section aria-label={words.views.classes}>
        <ol className={styles['classes']}>
          {classes.map((each) => (
            <li key={`${each.from} ${each.to}`} data-shade={shadeOf(each)}>
              <svg width="18" height={labelSize} aria-hidden="true">
                <rect width="18" height={labelSize} className={styles['cell']} />
              </svg>
              {each.occurring
                ? each.occurring[0] === each.occurring[1]
                  ? `${write(each.occurring[0])}${sign}`
                  : words.builder.fromTo(
                      write(each.occurring[0]),
                      `${write(each.occurring[1])}${sign}`,
                    )
                : '—'}
            </li>
          ))}
        </ol>
      </section>
      {(result.rowKeys.length > rowsAtMost || all > columnsAtMost) && (
        <p className="hint">
          {words.views.cut(
            formatNumber(rows.length, language),
            formatNumber(columns.length, language),
          )}
        </p>
      )}
    </div>
  )
}

function shadeOf(found: AreaClass | undefined): string {
  if (!found) return 'none'
  if (found.side === 0) return 'zero'
  return `${found.side < 0 ? 'minus' : 'plus'}-${found.shade}`
}

/** The keys of an axis in words; one empty name where it has no dimension. */
function namesOf(
  axis: TableResult['rows'],
  keys: readonly (readonly string[])[],
): readonly string[] {
  const labels = axis.map(({ codes }) => new Map(codes.map(({ code, label }) => [code, label])))
  return keys.map((key) =>
    key
      .map((code, place) => labels[place]?.get(code) ?? '')
      .filter((label) => label !== '')
      .join(', '),
  )
}
