import type { Text } from './messages.ts'

/** The panels' edges, names of swatches, and what there is to do about text that found no room. */
export const PANEL_TEXTS = {
  'panel.edge': { zh: '{name}的宽度', en: 'Width of {name}' },
  'problem.frame-no-picture': {
    zh: '这个图框没有图片\n先置入图片。',
    en: 'This frame has no picture\nPlace one first.',
  },
  'swatch-name.black': { zh: '黑', en: 'Black' },
  'swatch-name.paper': { zh: '纸白', en: 'Paper white' },
  'swatch-name.accent': { zh: '强调色', en: 'Accent' },
  'swatch-name.label': { zh: '栏目色', en: 'Column head' },
  'swatch-name.frame-line': { zh: '框线色', en: 'Frame line' },
  'swatch-name.picture-tint': { zh: '图框底色', en: 'Picture tint' },
  'swatch-name.ad-tint': { zh: '广告位底色', en: 'Ad slot tint' },
  'inspector.overset-ways': { zh: '溢流怎么办', en: 'What to do about overset' },
} as const satisfies Record<string, Text>
