import { appRefusals } from './refusals.ts'

/** Codes of the system for a path that somebody named and that cannot be used as it was meant. */
const codes = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

/**
 * The refusal for a file or folder that the command line was told and that the system does not give: wrong
 * rights, no such place, no room. What else is thrown is given back as it is.
 */
export function withPathRefusal(error: unknown): unknown {
  const { code, syscall, path } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined || path === undefined) return error
  if (!codes.has(code)) return error
  return Object.assign(appRefusals.refuse('path-unusable', { path, reason: code }), {
    cause: error,
  })
}
