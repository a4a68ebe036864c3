import type { Text } from './messages.ts'

/** Steps of the page's history, as undo and the list of steps name them. */
export const STEP_TEXTS = {
  'step.type': { zh: '输入', en: 'typing' },
  'step.correct': { zh: '更正原稿', en: 'correction of the source' },
  'step.copyfit': { zh: '第 {n} 段排齐', en: 'copyfit of paragraph {n}' },
  'step.no-copyfit': { zh: '取消排齐', en: 'no copyfit' },
  'step.fit': { zh: '适合文框', en: 'fit to frame' },
  'step.preset': { zh: '本稿规则', en: 'rules of the story' },
  'step.define-preset': { zh: '改排版规则', en: 'change of the rules' },
} satisfies Record<string, Text>
