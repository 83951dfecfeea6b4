import type { Progress } from './command-context.ts'

const barWidth = 28
const redrawEveryMs = 80

/** A progress that the command line can take down when the command is refused. */
export interface TerminalProgress extends Progress {
  /** Says that the step did not come to its end, so that no half-drawn bar or unanswered line is left standing. */
  abandon(): void
}

/**
 * A progress bar on a terminal; elsewhere (a log, a pipe) one line when a step begins and one
 * when it ends, so that logs stay readable. What has ended stays as it ended.
 */
export function terminalProgress(
  title: string,
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): TerminalProgress {
  const started = now()
  let drawnAt = Number.NEGATIVE_INFINITY
  let isOpen = true
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

  function end(line: string) {
    isOpen = false
    stream.write(live ? `\r\u001B[2K${line}\n` : `${line}\n`)
  }

  return {
    update(done, note = '') {
      if (!live || !isOpen || now() - drawnAt < redrawEveryMs) return
      drawnAt = now()
      draw(done, note)
    },
    finish(note = '') {
      const seconds = ((now() - started) / 1000).toFixed(1)
      const line = [`✓ ${title}`, note, `${seconds} s`].filter((part) => part !== '').join(' · ')
      end(line)
    },
    abandon() {
      if (isOpen) end(`✗ ${title}`)
    },
  }
}
