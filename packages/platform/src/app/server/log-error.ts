/**
 * An error as it is logged: where it came from and its code. Its words stay out, since those of a
 * database quote the values that it stumbled over, and values are of persons.
 *
 * @example logError(Object.assign(new TypeError('Juan Pérez'), { code: 'E1' })).type // => 'TypeError'
 */
export function logError(error: Error & { readonly code?: unknown }): {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
} {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: '',
    stack: frames.map((line) => line.trim()).join('\n'),
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
  }
}
