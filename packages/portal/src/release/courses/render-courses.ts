import { escapeHtml } from '@caudal/methods/publish'
import { renderProse } from '../../prose/render-prose.ts'
import type { Prose } from '../../prose/prose-tree.ts'
import { renderContents } from '../countries/render-sections.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { coursesWords } from './courses-words.ts'

export interface CourseEntry {
  readonly id: string
  readonly title: string
  readonly lead: string
  /** For whom, in the reader's language; empty where it is for anybody. */
  readonly roles: string
  readonly lessons: number
}

export interface CoursePage {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly roles: string
  readonly lessons: readonly {
    readonly id: string
    readonly title: string
    readonly blocks: readonly (
      | { readonly kind: 'text'; readonly pieces: readonly Prose[] }
      | {
          readonly kind: 'steps'
          readonly steps: readonly {
            readonly id: string
            readonly text: string
            readonly checked: boolean
          }[]
        }
    )[]
  }[]
}

/** All courses, each with whom it is for. */
export function renderCourses(courses: readonly CourseEntry[], frame: SiteFrame): string {
  const { language } = frame
  const t = coursesWords[language]
  const list = courses
    .map(
      ({ id, title, lead, roles, lessons }) =>
        `<li><a href="/${language}/learn/${id}">${escapeHtml(title)}</a><span>${escapeHtml(lead)}</span><span class="hint">${escapeHtml([roles === '' ? '' : t.forWhom(roles), t.lessons(lessons)].filter((each) => each !== '').join(' · '))}</span></li>`,
    )
    .join('')
  return renderPage(
    {
      path: '/learn',
      title: t.title,
      description: t.lead,
      synthetic: false,
      body: `<header class="page-head"><h1>${t.title}</h1><p class="lead">${escapeHtml(t.lead)}</p><p>${escapeHtml(t.howKept)} <a href="/${language}/account">${escapeHtml(t.signIn)}</a></p></header><div class="page-part"><ul class="country-list">${list}</ul></div>`,
    },
    frame,
  )
}

/**
 * A course as it is read; for whoever is signed in the script adds how far they are. A step says what
 * is to be done, and is whole without it.
 */
export function renderCourse(course: CoursePage, frame: SiteFrame): string {
  const { language } = frame
  const t = coursesWords[language]
  const lessons = course.lessons
    .map(({ id, title, blocks }) => {
      const body = blocks
        .map((block) =>
          block.kind === 'text'
            ? `<div class="prose">${renderProse(block.pieces)}</div>`
            : renderSteps(block.steps, frame),
        )
        .join('')
      return `<section class="page-part" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>${body}</section>`
    })
    .join('\n')
  return renderPage(
    {
      path: `/learn/${course.id}`,
      title: course.title,
      description: course.lead,
      synthetic: false,
      body: `<header class="page-head"><p class="eyebrow"><a href="/${language}/learn">${t.title}</a></p><h1>${escapeHtml(course.title)}</h1><p class="lead">${escapeHtml(course.lead)}</p>${course.roles === '' ? '' : `<p class="hint">${escapeHtml(t.forWhom(course.roles))}</p>`}<div class="course-state" data-course="${course.id}"><p class="hint">${escapeHtml(t.howKept)} <a href="/${language}/account">${escapeHtml(t.signIn)}</a></p></div></header><div class="with-contents">${renderContents(course.lessons, frame)}<div>${lessons}</div></div>`,
    },
    frame,
  )
}

function renderSteps(
  steps: readonly { readonly id: string; readonly text: string; readonly checked: boolean }[],
  { language }: SiteFrame,
): string {
  const t = coursesWords[language]
  return `<ul class="course-steps">${steps
    .map(
      ({ id, text, checked }) =>
        `<li data-step="${id}"><span class="course-step">${escapeHtml(text)}</span>${checked ? `<span class="hint" data-how>${escapeHtml(t.seen)}</span>` : ''}</li>`,
    )
    .join('')}</ul>`
}
