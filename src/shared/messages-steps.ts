import type { Text } from './messages.ts'

/** Steps of the page's history, as undo and the list of steps name them. */
export const STEP_TEXTS = {
  'step.type': { zh: '输入', en: 'typing' },
  'step.correct': { zh: '更正原稿', en: 'correction of the source' },
  'step.copyfit': { zh: '第 {n} 段排齐', en: 'copyfit of paragraph {n}' },
  'step.no-copyfit': { zh: '取消排齐', en: 'no copyfit' },
  'step.fit': { zh: '适合文框', en: 'fit to frame' },
  'step.preset': { zh: '本稿规则', en: 'rules of the story' },
  'step.lay-out': { zh: '版式 {n}', en: 'layout {n}' },
  'step.pin': { zh: '固定第 {n} 稿', en: 'pin of story {n}' },
  'step.unpin': { zh: '取消固定', en: 'unpinning' },
  'step.add-articles': { zh: '加 {n} 稿', en: 'addition of {n} stories' },
  'step.remove-article': { zh: '删第 {n} 稿', en: 'removal of story {n}' },
  'step.smaller-type': { zh: '正文改 {pt} pt', en: 'body type of {pt} pt' },
  'step.cut': { zh: '删 {n} 字', en: 'cut of {n} characters' },
  'step.split-page': { zh: '{n} 稿转到下一版', en: 'move of {n} stories to the next page' },
  'step.apply-template': { zh: '换模板', en: 'change of template' },
  'step.define-preset': { zh: '改排版规则', en: 'change of the rules' },
} satisfies Record<string, Text>
