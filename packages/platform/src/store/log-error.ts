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
    type: kindOfError(error),
    message: '',
    stack: frames.map((line) => line.trim()).join('\n'),
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
  }
}

/**
 * What kind of error it is, without its words: the engine of the lake has one class of errors and begins
 * each of them with its kind.
 *
 * @example kindOfError(new Error("Conversion Error: Could not convert string 'Ana' to INT32")) // => 'Conversion Error'
 * @example kindOfError(new RangeError('Ana')) // => 'RangeError'
 */
export function kindOfError(error: Error): string {
  return /^([A-Z][A-Za-z-]*(?: [A-Za-z-]+){0,3} Error):/.exec(error.message)?.[1] ?? error.name
}
