import type { ReportCell, ReportDocument, ReportTable } from './report-document.ts'

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:start;vertical-align:top}
thead th{background:#f0f0f0}tr.out td{background:#fff1d6;font-weight:600}tr.out td:first-child::before{content:"▲ "}td.number{text-align:end;font-variant-numeric:tabular-nums}.mark{border:2px solid;padding:.5rem;font-weight:700}
@media (max-width:48rem){section{overflow-x:auto}body{margin:1rem auto}}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}`

/** A report as one page that needs nothing beside it: to be read, printed and sent on. */
export function reportHtml(document: ReportDocument): string {
  const { language, title, synthetic, standing, intro, facts, sections, none } = document
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 8 })
  const cell = (value: ReportCell) =>
    typeof value === 'number'
      ? `<td class="number">${number.format(value)}</td>`
      : `<td>${escape(value ?? '')}</td>`
  const table = ({ head, rows, marked = [] }: ReportTable, caption: string) =>
    `<table><caption hidden>${escape(caption)}</caption><thead><tr>${head
      .map((name) => `<th scope="col">${escape(name)}</th>`)
      .join('')}</tr></thead><tbody>${rows
      .map((row, at) => `<tr${marked[at] ? ' class="out"' : ''}>${row.map(cell).join('')}</tr>`)
      .join('\n')}</tbody></table>`
  const body = sections.map(
    ({ heading, note, also, table: content }) =>
      `<section><h2>${escape(heading)}</h2>${
        content === undefined
          ? `<p>${escape(none)}</p>`
          : `${note === undefined ? '' : `<p>${escape(note)}</p>`}${table(content, heading)}`
      }${also === undefined ? '' : `<p>${escape(also)}</p>`}</section>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head>
<body>
<main>
<h1>${escape(title)}</h1>
${synthetic === undefined ? '' : `<p class="mark">${escape(synthetic)}</p>`}
${standing === undefined ? '' : `<p class="mark">${escape(standing)}</p>`}
<p>${escape(intro)}</p>
<dl>${facts.map(([name, value]) => `<dt><strong>${escape(name)}</strong></dt><dd>${escape(value)}</dd>`).join('')}</dl>
${body.join('\n')}
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
