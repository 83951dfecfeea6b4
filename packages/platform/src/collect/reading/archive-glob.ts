/**
 * Whether a name matches a glob: `*` stands for any run of characters, `?` for one. A glob
 * without a slash is held against the last part of the name, so that folders inside an archive
 * need not be spelt out.
 *
 * @example matchesGlob('export/entries-2020.csv', '*.csv') // => true
 */
export function matchesGlob(name: string, glob: string): boolean {
  const subject = glob.includes('/') ? name : (name.split('/').at(-1) ?? name)
  const pattern = glob
    .replace(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${pattern}$`, 'isu').test(subject)
}
