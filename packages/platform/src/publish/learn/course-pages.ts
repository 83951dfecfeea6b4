import { roles } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import type { CourseEntry, CoursePage } from '../../../../portal/src/release/index.ts'
import { courseChecks } from './course-checks.ts'
import { courseRoles, listCourseIds, readCourse } from './course-text.ts'

/** Every course as a list shows it. */
export async function listCourseEntries(
  content: string,
  language: Language,
): Promise<CourseEntry[]> {
  const ids = await listCourseIds(content)
  const courses = await Promise.all(ids.map((id) => readCourse(content, id, language)))
  return courses.flatMap((course) => {
    if (course === undefined) return []
    const { id, title, lead, lessons } = course
    return [{ id, title, lead, roles: rolesOf(id, language), lessons: lessons.length }]
  })
}

/** A course as its page shows it, each step with whether the node sees it done. */
export async function readCoursePage(
  content: string,
  id: string,
  language: Language,
): Promise<CoursePage | undefined> {
  const course = await readCourse(content, id, language)
  if (course === undefined) return undefined
  return {
    ...course,
    roles: rolesOf(id, language),
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      blocks: lesson.blocks.map((block) =>
        block.kind === 'text'
          ? block
          : {
              kind: 'steps' as const,
              steps: block.steps.map((step) => ({ ...step, checked: step.id in courseChecks })),
            },
      ),
    })),
  }
}

function rolesOf(id: string, language: Language): string {
  const own = (courseRoles[id] ?? []).map((role) => roles[role][language])
  return new Intl.ListFormat(language).format(own)
}
