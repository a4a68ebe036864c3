/** The commands of 版面: laying out again, pins, articles put on and taken off, templates. */
import type { CommandId } from '../../shared/ipc.ts'
import { layouts } from '../layout/layout-state.ts'
import {
  chosenArticle,
  closeLayouts,
  hasPins,
  openLayouts,
  removeArticle,
  togglePin,
  unpinAll,
} from '../layout/proposing.ts'
import { type AppState, app, type DialogName } from '../state/app-state.ts'
import type { Command } from './command.ts'

type LayoutCommandId = Extract<
  CommandId,
  'file.new' | `layout.${string}` | `article.${string}` | `template.${string}`
>

const hasPage = ({ page }: AppState): boolean => page !== null
const hasArticle = (state: AppState): boolean => chosenArticle(state) !== undefined
const onArticle = (act: (id: string) => void) => () => {
  const chosen = chosenArticle(app.get())
  if (chosen) act(chosen.id)
}
const dialog = (name: DialogName) => () => app.set({ dialog: name })

export const layoutCommands: Record<LayoutCommandId, Command> = {
  'file.new': { run: dialog('new-page') },
  'layout.propose': {
    run: () => (layouts.get().open ? closeLayouts() : openLayouts()),
    enabled: hasPage,
    on: () => layouts.get().open,
  },
  'layout.again': { run: openLayouts, enabled: hasPage },
  'article.pin': {
    run: onArticle(togglePin),
    enabled: hasArticle,
    on: (state) => chosenArticle(state)?.article.pinned === true,
  },
  'article.unpin-all': { run: unpinAll, enabled: hasPins },
  'article.new': { run: dialog('new-article'), enabled: hasPage },
  'article.remove': { run: onArticle(removeArticle), enabled: hasArticle },
  'template.apply': { run: dialog('apply-template'), enabled: hasPage },
  'template.save': { run: dialog('save-template'), enabled: hasPage },
}
