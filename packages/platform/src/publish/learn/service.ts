import { readEntry, type Actor } from '@caudal/methods/govern'
import { authorise } from '../../govern/authorise.ts'
import type { CaudalNode } from '../../store/index.ts'
import { courseChecks } from './course-checks.ts'
import { readCourse, stepsOf } from './course-text.ts'
import { courseRefusals } from './refusals.ts'

/** Entries of the log that are looked through at once. */
const entriesAtOnce = 5000
/** Entries that one question looks through; what is left is looked through by the next. */
const mostEntries = 100_000

/** How far somebody is in a course. */
export interface CourseProgress {
  /** Whether the person has begun it. */
  readonly begun: boolean
  readonly steps: readonly {
    readonly id: string
    readonly done: boolean
    /** Whether the node sees for itself that it is done. */
    readonly checked: boolean
  }[]
}

/** How far the actor is in a course, after a look at what the log says was done since it began. */
export async function courseProgress(
  node: CaudalNode,
  actor: Actor,
  course: string,
): Promise<CourseProgress> {
  await authorise(node, actor, 'govern.own-account')
  const steps = await stepsOfCourse(node, course)
  const begun = await lookThroughLog(node, actor, course, steps)
  const done = new Set(await selectDone(node, actor, course))
  return {
    begun,
    steps: steps.map((id) => ({ id, done: done.has(id), checked: id in courseChecks })),
  }
}

/** Begins a course: what the person does from now on counts. Beginning it again changes nothing. */
export async function beginCourse(
  node: CaudalNode,
  actor: Actor,
  course: string,
): Promise<CourseProgress> {
  await authorise(node, actor, 'govern.own-account')
  await stepsOfCourse(node, course)
  await node.register.query(
    `insert into course_beginnings (account, course, looked_to)
     values ($1, $2, (select coalesce(max(size), 0) from audit_groups)) on conflict do nothing`,
    [actor.id, course],
  )
  return courseProgress(node, actor, course)
}

/**
 * Ticks a step that the node cannot see, or takes the tick away.
 *
 * @throws {Refusal} learn.step-unknown; learn.step-checked where the node looks for itself
 */
export async function tickStep(
  node: CaudalNode,
  actor: Actor,
  course: string,
  step: string,
  done: boolean,
): Promise<CourseProgress> {
  await authorise(node, actor, 'govern.own-account')
  const steps = await stepsOfCourse(node, course)
  if (!steps.includes(step))
    throw courseRefusals.refuse('step-unknown', { course, step: step.slice(0, 80) })
  if (step in courseChecks) throw courseRefusals.refuse('step-checked', { step })
  await beginCourse(node, actor, course)
  if (done) await insertDone(node, actor, course, [step])
  else {
    await node.register.query(
      'delete from course_steps where account = $1 and course = $2 and step = $3',
      [actor.id, course, step],
    )
  }
  return courseProgress(node, actor, course)
}

/** Forgets how far the person was, to begin from the first lesson. */
export async function restartCourse(
  node: CaudalNode,
  actor: Actor,
  course: string,
): Promise<CourseProgress> {
  await authorise(node, actor, 'govern.own-account')
  await stepsOfCourse(node, course)
  await node.register.transaction(async (transaction) => {
    for (const table of ['course_steps', 'course_beginnings']) {
      await transaction.query(`delete from ${table} where account = $1 and course = $2`, [
        actor.id,
        course,
      ])
    }
  })
  return courseProgress(node, actor, course)
}

async function stepsOfCourse(node: CaudalNode, course: string): Promise<string[]> {
  const found = await readCourse(node.folder.content, course, 'es')
  if (found === undefined) throw courseRefusals.refuse('unknown', { course: course.slice(0, 80) })
  return stepsOf(found).map(({ id }) => id)
}

/** Looks for what was done since the last look. @returns whether the course was begun */
async function lookThroughLog(
  node: CaudalNode,
  actor: Actor,
  course: string,
  steps: readonly string[],
): Promise<boolean> {
  const [beginning] = await node.register.query<{ lookedTo: number }>(
    `select looked_to::float8 as "lookedTo" from course_beginnings
     where account = $1 and course = $2`,
    [actor.id, course],
  )
  if (beginning === undefined) return false
  const done = new Set(await selectDone(node, actor, course))
  const open = steps.filter((step) => step in courseChecks && !done.has(step))
  if (open.length === 0) return true
  let from = beginning.lookedTo
  for (let looked = 0; looked < mostEntries && open.length > 0; looked += entriesAtOnce) {
    // The text of an entry names its actor as JSON does, so that a like of it finds no less.
    const rows = await node.register.query<{ entry: string | null; last: number }>(
      `with part as (
         select index, entry from audit_entries where index >= $1 order by index limit $2
       )
       select case when position($3 in entry) > 0 then entry end as entry,
         (max(index) over ())::float8 as last
       from part order by index`,
      [from, entriesAtOnce, `"actor":${JSON.stringify(actor.id)}`],
    )
    if (rows.length === 0) break
    const own = rows.flatMap(({ entry }) => {
      const read = entry === null ? undefined : readEntry(entry)
      return read?.actor === actor.id ? [read] : []
    })
    const found = open.filter((step) => own.some((entry) => courseChecks[step]!(entry)))
    await insertDone(node, actor, course, found)
    for (const step of found) open.splice(open.indexOf(step), 1)
    from = rows[0]!.last + 1
    await node.register.query(
      `update course_beginnings set looked_to = greatest(looked_to, $3)
       where account = $1 and course = $2`,
      [actor.id, course, from],
    )
    if (rows.length < entriesAtOnce) break
  }
  return true
}

async function selectDone(node: CaudalNode, actor: Actor, course: string): Promise<string[]> {
  const rows = await node.register.query<{ step: string }>(
    'select step from course_steps where account = $1 and course = $2',
    [actor.id, course],
  )
  return rows.map(({ step }) => step)
}

async function insertDone(
  node: CaudalNode,
  actor: Actor,
  course: string,
  steps: readonly string[],
): Promise<void> {
  if (steps.length === 0) return
  await node.register.query(
    `insert into course_steps (account, course, step)
     select $1, $2, step from unnest($3::text[]) as found(step) on conflict do nothing`,
    [actor.id, course, steps],
  )
}
