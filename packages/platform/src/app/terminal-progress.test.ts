import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { terminalProgress } from './terminal-progress.ts'

function written(isTTY: boolean) {
  const lines: string[] = []
  const stream = {
    isTTY,
    columns: 80,
    write: (text: string) => lines.push(text) > 0,
  } as unknown as NodeJS.WriteStream
  return { stream, text: () => lines.join('') }
}

test('a step that is abandoned says so, on a line of its own where a bar was drawn', () => {
  const [log, terminal] = [written(false), written(true)]
  const [inLog, onTerminal] = [log, terminal].map(({ stream }) =>
    terminalProgress('Reading', stream),
  )
  inLog!.abandon()
  expect(log.text()).toBe('Reading …\n✗ Reading\n')
  onTerminal!.update(0.5)
  onTerminal!.abandon()
  onTerminal!.update(0.9)
  expect(terminal.text()).toContain('50 %')
  expect(terminal.text().endsWith('\r\u001B[2K✗ Reading\n')).toBe(true)
})

test('a step that has ended stays as it ended', () => {
  const { stream, text } = written(false)
  const progress = terminalProgress('Reading', stream, () => 0)
  progress.finish('3 records')
  progress.abandon()
  expect(text()).toBe('Reading …\n✓ Reading · 3 records · 0.0 s\n')
})

test('a command that is refused leaves no step unanswered before it says why', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-refused-'))
  try {
    writeFileSync(join(folder, 'records.csv'), 'sex\nF\nM\n')
    writeFileSync(
      join(folder, 'spec.json'),
      JSON.stringify({
        dimensions: [{ column: 'sex' }],
        measure: { count: true },
        primary: { threshold: 3 },
        tables: [['sex']],
      }),
    )
    const launcher = fileURLToPath(new URL('../../bin/caudal.js', import.meta.url))
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        launcher,
        '--language',
        'en',
        'protect',
        'table',
        join(folder, 'records.csv'),
        '--spec',
        join(folder, 'spec.json'),
        '--out',
        join(folder, 'out'),
      ],
      { encoding: 'utf8' },
    )
    expect(status).toBe(2)
    expect(stderr).toMatch(/^Reading …\n✗ Reading\nThe requirement cannot be met/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
