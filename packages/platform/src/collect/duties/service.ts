import { calendarOf, type DutyOfPeriod, type SubmissionDuty } from '@caudal/methods/collect'
import { type Actor, decideKeeping } from '@caudal/methods/govern'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise, heed } from '../../govern/authorise.ts'
import { institutionName } from '../../govern/naming-parties.ts'
import { findDocument } from '../../govern/registers/documents.ts'
import { listBatches, listDatasets, titleOfDataset, type CaudalNode } from '../../store/index.ts'
import { dutyRefusals } from './refusals.ts'

/** A duty of an institution to send the files of a dataset. */
export interface RecordedDuty extends SubmissionDuty {
  readonly id: number
  readonly institution: string
  readonly dataset: string
}

/** A duty with what became of each of its periods, the newest first. */
export interface DutyCalendar {
  readonly duty: RecordedDuty
  /** Title of the dataset in each language; its id where nothing of it has come yet. */
  readonly title: Readonly<Record<string, string>> | undefined
  readonly periods: readonly DutyOfPeriod[]
}

/** Every duty, and what was sent on time, late or not at all. */
export async function submissionCalendar(
  node: CaudalNode,
  actor: Actor,
  today: string,
): Promise<DutyCalendar[]> {
  await authorise(node, actor, 'collect.read-batches')
  const [duties, datasets] = await Promise.all([
    selectDuties(node),
    // what is owed keeps its name where all that was sent of it is withdrawn
    listDatasets(node, { withdrawn: true }),
  ])
  const titles = new Map(datasets.map(({ id, title }) => [id, title]))
  return await Promise.all(
    duties.map(async (duty) => ({
      duty,
      title: titles.get(duty.dataset),
      periods: calendarOf(duty, await receivedOf(node, duty), today),
    })),
  )
}

/**
 * Enters that an institution owes the files of a dataset.
 *
 * @returns number of the duty
 * @throws {Refusal} collect.duties.standing where it owes them already; policy.another-country
 */
export async function addDuty(
  node: CaudalNode,
  actor: Actor,
  duty: Omit<RecordedDuty, 'id' | 'until'>,
): Promise<number> {
  await authorise(node, actor, 'collect.keep-calendar')
  const { institution, dataset, every, graceDays, from } = duty
  await checkCountry(node, actor, institution, `institution:${institution}`)
  return await node.register.transaction(async (transaction) => {
    const [row] = await transaction.query<{ id: number }>(
      `insert into submission_duties (institution, dataset, every, grace_days, owed_from, created_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [institution, dataset, every, graceDays, from, actor.id],
    )
    if (row === undefined) {
      throw dutyRefusals.refuse('standing', {
        institution,
        institutionLabel: await institutionName(transaction, institution),
        dataset,
        datasetLabel: await titleOfDataset(transaction, dataset),
      })
    }
    const details = { act: 'owe', institution, dataset, every, graceDays }
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'collect.keep-calendar', { subject: `duty:${row.id}`, details }),
    ])
    return row.id
  })
}

/**
 * Ends a duty: nothing is owed for periods that begin after a day.
 *
 * @param until ISO date
 * @throws {Refusal} collect.duties.unknown, policy.another-country
 */
export async function endDuty(
  node: CaudalNode,
  actor: Actor,
  id: number,
  until: string,
): Promise<void> {
  await authorise(node, actor, 'collect.keep-calendar')
  const isId = Number.isInteger(id) && id > 0 && id < 2 ** 31
  const duty = (await selectDuties(node)).find((each) => each.id === id)
  if (duty !== undefined) await checkCountry(node, actor, duty.institution, `duty:${id}`)
  await node.register.transaction(async (transaction) => {
    const ended = isId
      ? await transaction.query(
          `update submission_duties set owed_until = greatest(owed_from, $2::date)
           where id = $1 and owed_until is null returning id`,
          [id, until],
        )
      : []
    if (ended.length === 0) throw dutyRefusals.refuse('unknown', { duty: String(id) })
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'collect.keep-calendar', {
        subject: `duty:${id}`,
        details: { act: 'end', until },
      }),
    ])
  })
}

/** What institutions owe is kept in their country; by whoever is of none, for all of the node. */
async function checkCountry(
  node: CaudalNode,
  actor: Actor,
  institution: string,
  subject: string,
): Promise<void> {
  if (actor.country === '') return
  const known = await findDocument(node.register, 'institution', institution)
  if (known === undefined) return
  const decision = decideKeeping(actor, [known.content.country])
  await heed(node, actor, 'collect.keep-calendar', decision, { subject })
}

function selectDuties(node: CaudalNode): Promise<RecordedDuty[]> {
  return node.register
    .query<Omit<RecordedDuty, 'until'> & { readonly until: string | null }>(
      `select id, institution, dataset, every, grace_days as "graceDays",
         owed_from::text as "from", owed_until::text as "until"
       from submission_duties order by institution, dataset, id`,
    )
    .then((rows) =>
      rows.map(({ until, ...duty }) => ({ ...duty, ...(until === null ? {} : { until }) })),
    )
}

/** Files of a duty, those included that a correction has replaced: they came when they came. */
async function receivedOf(node: CaudalNode, { institution, dataset }: RecordedDuty) {
  const batches = await listBatches(node, { dataset, statuses: ['accepted', 'superseded'] })
  return batches.flatMap(({ id, coversFrom, coversUntil, receivedAt, ...batch }) =>
    coversFrom === null || coversUntil === null || !['', institution].includes(batch.institution)
      ? []
      : [{ batch: id, coversFrom, coversUntil, receivedOn: receivedAt.slice(0, 10) }],
  )
}
