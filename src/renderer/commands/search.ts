/** Finding a command by its Chinese name, the pinyin initials of it, or its English name. */
import { COMMANDS, type CommandId } from '../../shared/ipc.ts'
import { message } from '../../shared/messages.ts'

/** 0 is no match; the more exact, the higher. */
function searchScore(id: CommandId, typed: string): number {
  const query = typed.trim().toLowerCase()
  if (query === '') return 1
  const zh = message('zh', `command.${id}`).toLowerCase()
  const en = message('en', `command.${id}`).toLowerCase()
  const { initials } = COMMANDS[id]
  if (zh === query || initials === query || en === query) return 5
  if (zh.startsWith(query) || initials.startsWith(query)) return 4
  if (en.split(/\s+/).some((word) => word.startsWith(query))) return 3
  if (zh.includes(query)) return 2
  return inOrder(query.replace(/\s/g, ''), en) ? 1 : 0
}

const inOrder = (query: string, text: string): boolean => {
  let at = -1
  return [...query].every((letter) => {
    at = text.indexOf(letter, at + 1)
    return at >= 0
  })
}

const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

export function findCommands(typed: string): CommandId[] {
  return COMMAND_IDS.map((id) => ({ id, score: searchScore(id, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id)
}
