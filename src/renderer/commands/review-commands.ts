/** The commands of 复核. */
import type { Role } from '../../core/reconstruct/types.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { openMenuAtSelection } from '../review/menu-place.ts'
import type { AppState } from '../state/app-state.ts'
import {
  acceptDoubt,
  becomeRole,
  canBecome,
  canEdit,
  editText,
  selectedArticle,
  type TextEdit,
} from '../state/deciding.ts'
import type { ReviewMenuKind, ReviewState } from '../state/review-state.ts'
import {
  choose,
  currentDoubt,
  queueOf,
  setReview,
  skipDoubt,
  stepDoubt,
  toggleShow,
} from '../state/reviewing.ts'
import { seeOnPage } from '../state/selecting.ts'
import type { Command } from './command.ts'

type ReviewCommand = Extract<CommandId, `review.${string}`>

const hasDoubt = (state: AppState): boolean => queueOf(state).length > 0
const hasText = ({ review }: AppState): boolean => review.selection !== null
const articles = ({ page }: AppState): number => page?.reconstruction?.articles.length ?? 0

const reading = (index: number): Command => ({
  run: () => choose(index),
  enabled: (state) => currentDoubt(state)?.readings[index] !== undefined,
})

const edit = (name: TextEdit): Command => ({
  run: () => editText(name),
  enabled: (state) => canEdit(state, name),
})

const role = (as: Role): Command => ({ run: () => becomeRole(as), enabled: (state) => canBecome(state, as) })

const menu = (kind: ReviewMenuKind, enabled: (state: AppState) => boolean = hasText): Command => ({
  run: () => openMenuAtSelection(kind),
  enabled,
})

const show = (name: keyof ReviewState['show']): Command => ({
  run: () => toggleShow(name),
  on: ({ review }) => review.show[name],
})

export const reviewCommands: Record<ReviewCommand, Command> = {
  'review.next': { run: () => stepDoubt(1), enabled: hasDoubt },
  'review.previous': { run: () => stepDoubt(-1), enabled: hasDoubt },
  'review.accept': { run: acceptDoubt, enabled: hasDoubt },
  'review.choose-1': reading(0),
  'review.choose-2': reading(1),
  'review.choose-3': reading(2),
  'review.choose-4': reading(3),
  'review.choose-5': reading(4),
  'review.choose-6': reading(5),
  'review.choose-7': reading(6),
  'review.choose-8': reading(7),
  'review.choose-9': reading(8),
  'review.skip': { run: skipDoubt, enabled: hasDoubt },
  'review.see': { run: seeOnPage, enabled: hasText },
  'review.settled': {
    run: () => setReview({ settledOpen: true }),
    enabled: ({ corrections }) => corrections.length > 0,
  },
  'review.menu': menu('all'),
  'review.role': menu('role'),
  'review.move': menu('move'),
  'review.merge': menu('merge', (state) => articles(state) > 1 && selectedArticle(state) !== undefined),
  'review.new': edit('new'),
  'review.split': edit('split'),
  'review.break': edit('break'),
  'review.join': edit('join'),
  'review.paragraph-up': edit('up'),
  'review.paragraph-down': edit('down'),
  'review.as-kicker': role('kicker'),
  'review.as-headline': role('headline'),
  'review.as-deck': role('deck'),
  'review.as-byline': role('byline'),
  'review.as-credit': role('credit'),
  'review.as-section': role('section'),
  'review.as-caption': role('caption'),
  'review.as-body': role('body'),
  'review.as-subhead': role('subhead'),
  'review.as-furniture': role('furniture'),
  'review.as-unplaced': role('unplaced'),
  'review.shadows': show('shadows'),
  'review.furniture': show('furniture'),
  'review.blanks': show('blanks'),
  'review.fold': show('fold'),
}
