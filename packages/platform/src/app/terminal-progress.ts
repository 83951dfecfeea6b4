import type { Progress } from './command-context.ts'

const barWidth = 28
const redrawEveryMs = 80

/**
 * A progress bar on a terminal; elsewhere (a log, a pipe) one line when a step begins and one
 * when it ends, so that logs stay readable.
 */
export function terminalProgress(
  title: string,
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): Progress {
  const started = now()
  let drawnAt = Number.NEGATIVE_INFINITY
  const live = stream.isTTY
  if (!live) stream.write(`${title} …\n`)

  function draw(done: number, note: string) {
    const filled = Math.round(Math.min(1, Math.max(0, done)) * barWidth)
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
    const percent = `${Math.floor(done * 100)} %`.padStart(5)
    const line = `${title}  ${bar} ${percent}  ${note}`
    const width = Math.max(20, (stream.columns ?? 80) - 1)
    stream.write(`\r\u001B[2K${line.slice(0, width)}`)
  }

  return {
    update(done, note = '') {
      if (!live || now() - drawnAt < redrawEveryMs) return
      drawnAt = now()
      draw(done, note)
    },
    finish(note = '') {
      const seconds = ((now() - started) / 1000).toFixed(1)
      const line = [`✓ ${title}`, note, `${seconds} s`].filter((part) => part !== '').join(' · ')
      stream.write(live ? `\r\u001B[2K${line}\n` : `${line}\n`)
    },
  }
}
