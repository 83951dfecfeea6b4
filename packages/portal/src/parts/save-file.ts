/** Hands a file to the browser to be kept, under a name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken the file by the time this comes.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
