import { useSyncExternalStore } from 'react'
import type { SavedView } from './saved-queries.ts'

/**
 * The views that a browser keeps for whoever has no account. They never leave it; clearing the data of
 * the site forgets them.
 */
const key = 'caudal-views'
/** Views that a browser keeps: an address each, far below what it has room for. */
export const mostBrowserViews = 200

const listeners = new Set<() => void>()
let read: { readonly text: string; readonly views: readonly SavedView[] } | undefined

/** The views of this browser, by name; empty where it keeps nothing for sites. */
export function useBrowserViews(): readonly SavedView[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      removeEventListener('storage', listener)
    }
  }, readBrowserViews)
}

function readBrowserViews(): readonly SavedView[] {
  const text = stored()
  if (read?.text !== text) read = { text, views: parse(text) }
  return read.views
}

function stored(): string {
  try {
    return localStorage.getItem(key) ?? '[]'
  } catch {
    return '[]'
  }
}

/** What another version or another program left there is no view. */
function parse(text: string): SavedView[] {
  try {
    const found: unknown = JSON.parse(text)
    const views = Array.isArray(found) ? found.filter(isView) : []
    return views.sort((one, other) => one.name.localeCompare(other.name))
  } catch {
    return []
  }
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return ['id', 'name', 'cube', 'query', 'keptAt'].every((name) => typeof fields[name] === 'string')
}

/** Why the browser did not keep a view. */
export type NotKept = 'taken' | 'full' | 'refused'

/** Keeps a view in this browser. @returns undefined where it is kept */
export function keepInBrowser({
  name,
  cube,
  query,
}: Pick<SavedView, 'name' | 'cube' | 'query'>): NotKept | undefined {
  const views = readBrowserViews()
  if (views.length >= mostBrowserViews) return 'full'
  if (isTaken(views, name)) return 'taken'
  const view = { id: crypto.randomUUID(), name, cube, query, keptAt: new Date().toISOString() }
  return write([...views, view])
}

export function renameInBrowser(id: string, name: string): NotKept | undefined {
  const views = readBrowserViews()
  const others = views.filter((view) => view.id !== id)
  if (isTaken(others, name)) return 'taken'
  return write(views.map((view) => (view.id === id ? { ...view, name } : view)))
}

export function forgetInBrowser(id: string): NotKept | undefined {
  return write(readBrowserViews().filter((view) => view.id !== id))
}

function isTaken(views: readonly SavedView[], name: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase()
  return views.some((view) => fold(view.name) === fold(name))
}

function write(views: readonly SavedView[]): NotKept | undefined {
  try {
    localStorage.setItem(key, JSON.stringify(views))
  } catch {
    return 'refused'
  }
  for (const listener of listeners) listener()
  return undefined
}

/**
 * A name as it is kept: blanks in one, none at its ends.
 *
 * @example tidyName('  Arrivals   by sea ') // => 'Arrivals by sea'
 */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
