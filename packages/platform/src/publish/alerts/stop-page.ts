import { escapeHtml } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { alertWords } from './words.ts'

/** The page that a mail leads to: it asks once, because programs open the links of mails by themselves. */
export function renderStopPage(language: Language, isStopped: boolean): string {
  const t = alertWords[language]
  const [title, what] = isStopped ? [t.stopped, t.stoppedWhat] : [t.stopTitle, t.stopWhat]
  const deed = isStopped
    ? `<p><a href="/${language}/saved">${escapeHtml(t.toAlerts)}</a></p>`
    : `<form method="post"><p><button type="submit">${escapeHtml(t.stopNow)}</button></p></form>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escapeHtml(title)} · Caudal</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:10vh auto;padding:0 1.25rem}button{font:inherit;padding:.6rem 1rem;min-height:2.75rem;cursor:pointer}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(what)}</p>${deed}</main></body></html>
`
}
