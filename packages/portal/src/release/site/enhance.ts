// What a script adds to baked pages: the appearance that the reader chose, and search by key and
// dialog. Nothing of the content depends on it.
import '../../design/layers.css'
import '../../design/tokens.css'
import '../../design/base.css'
import '../../design/frame.css'
import '../../design/controls.css'
import '../../design/print.css'
import './site.css'
import '../figures/figure.css'
import '../figures/plots.css'
import '../goals/goals.css'
import '../capacity/capacity.css'
import '../courses/courses.css'
import '../glossary/glossary.css'
import '../releases/releases.css'
import '../../search/search.css'
import { chooseAppearance, recallAppearance, type Appearance } from '../../frame/appearance.ts'
import { enhanceCourse } from '../courses/enhance-course.ts'
import { enhanceGlossary } from '../glossary/enhance-glossary.ts'
import { deskShown } from '../../frame/desk-shown.ts'
import { keepForOffline } from '../../offline/register-worker.ts'
import { enhanceSearch } from './enhance-search.ts'

const chosen = recallAppearance()
const choice = document.querySelector<HTMLElement>('[data-appearance-choice]')
const select = choice?.querySelector('select')
if (choice && select) {
  choice.hidden = false
  select.value = chosen
  select.addEventListener('change', () => chooseAppearance(select.value as Appearance))
}
const opener = document.querySelector<HTMLAnchorElement>('[data-search]')
if (opener) enhanceSearch(opener)
const course = document.querySelector<HTMLElement>('[data-course]')
if (course) void enhanceCourse(course)
const glossary = document.querySelector<HTMLElement>('[data-glossary]')
if (glossary) enhanceGlossary(glossary)
const desk = document.querySelector<HTMLAnchorElement>('[data-desk]')
if (desk) desk.hidden = !deskShown()
keepForOffline()
