import type { AuditEntry } from '@caudal/methods/govern'
import { trainingFile } from '../../collect/training-file.ts'

/** Tells from an entry of the audit log whether its actor has done what a step asks for. */
type Check = (entry: AuditEntry) => boolean

const did =
  (action: string, more: Check = () => true): Check =>
  (entry) =>
    entry.action === action && entry.outcome !== 'refuse' && more(entry)

const about =
  (kind: string): Check =>
  ({ subject }) =>
    subject?.startsWith(`${kind}:`) === true

/**
 * The steps that the node can see for itself, by what its audit log says of the person. A step of any
 * other name is one that the person ticks.
 */
export const courseChecks: Readonly<Record<string, Check>> = {
  'file-sent': did(
    'collect.import',
    ({ details }) => details?.['act'] === 'send' && details['bytes'] === trainingFile().bytes,
  ),
  'file-read': did('collect.import', ({ details }) => details?.['act'] === 'look'),
  'file-taken-in': did(
    'collect.import',
    ({ details }) => details?.['file'] === trainingFile().sha256,
  ),
  'findings-read': did('collect.examine', about('batch')),
  'batch-withdrawn': did('collect.withdraw'),
  'pairs-shown': did('link.review', ({ details }) => details?.['act'] === 'read'),
  'pair-decided': did('link.review', about('decision')),
  'decision-undone': did('link.review', ({ details }) => details?.['act'] === 'undo'),
  'release-drafted': did('protect.run', about('release')),
  'release-approved': did('publish.release', ({ details }) => details?.['decision'] === 'approved'),
  'hour-given': did('publish.release', ({ details }) => details?.['decision'] === 'scheduled'),
  'release-announced': did('publish.release', about('announcement')),
  'register-kept': did('govern.keep-registers'),
  'request-answered': did('govern.answer-requests'),
}
