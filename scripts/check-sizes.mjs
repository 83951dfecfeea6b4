// Sizes that matter: source files that hold one idea, and pages that a slow line can carry.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

// A list of cases may be longer than a piece of logic.
const longest = (file) => (file.includes('.test.') ? 500 : 400)
const problems = []
const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.css'],
  {
    encoding: 'utf8',
  },
)
for (const file of files.split('\n').filter((name) => name !== '' && existsSync(name))) {
  const lines = readFileSync(file, 'utf8').split('\n').length - 1
  if (lines > longest(file))
    problems.push(`${file} has ${lines} lines; past ${longest(file)} it holds two ideas.`)
  if (/(^|\/)(utils?|helpers?|common|misc|manager|shared|types|constants)\.tsx?$/.test(file)) {
    problems.push(`${file}: name it after its one idea.`)
  }
}

const portalSizes = 'packages/portal/scripts/check-size.mjs'
if (existsSync(portalSizes)) {
  try {
    execFileSync('node', [portalSizes], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    problems.push(`${error.stdout ?? ''}${error.stderr ?? ''}`.trim())
  }
}
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
