/** The window's texts in its language. */
import { type MessageKey, message, type Values } from '../../shared/messages.ts'
import { app } from './app-state.ts'
import { useStore } from './store.ts'

export type Say = (key: MessageKey, values?: Values) => string

const SAY = {
  zh: (key: MessageKey, values?: Values) => message('zh', key, values),
  en: (key: MessageKey, values?: Values) => message('en', key, values),
}

export const useSay = (): Say => SAY[useStore(app, (state) => state.language)]

/** For what is said once, in the language of the moment. */
export const sayNow = (): Say => SAY[app.get().language]
