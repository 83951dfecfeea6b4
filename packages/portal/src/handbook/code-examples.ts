/** A program of a few lines that fetches one table of a node. */
export interface CodeExample {
  readonly name: 'curl' | 'R' | 'Python' | 'JavaScript'
  readonly code: string
}

/**
 * Programs that fetch a table, in the languages that statisticians and developers use. Each runs as it
 * stands with nothing installed beside the language itself.
 *
 * @param csv address of the table as CSV, whole
 * @param json address of the table as JSON, whole
 * @param name file name for what is downloaded, without its ending
 */
export function codeExamples(csv: string, json: string, name: string): readonly CodeExample[] {
  return [
    { name: 'curl', code: `curl --fail --output ${name}.csv \\\n  "${csv}"` },
    {
      name: 'R',
      code: [
        `url <- "${csv}"`,
        'table <- read.csv(url, fileEncoding = "UTF-8-BOM")',
        'head(table)',
      ].join('\n'),
    },
    {
      name: 'Python',
      code: [
        'import csv, io, urllib.request',
        '',
        `url = "${csv}"`,
        'with urllib.request.urlopen(url) as answer:',
        '    text = io.TextIOWrapper(answer, encoding="utf-8-sig")',
        '    rows = list(csv.DictReader(text))',
        'print(len(rows), rows[0])',
      ].join('\n'),
    },
    {
      name: 'JavaScript',
      code: [
        `const url = '${json}'`,
        'const answer = await fetch(url)',
        'if (!answer.ok) throw new Error((await answer.json()).title)',
        'const table = await answer.json()',
        'console.log(table.cube.title, table.values.length)',
      ].join('\n'),
    },
  ]
}
