import type { Text } from './messages.ts'

/** 校样预览: the page as its press prints it. */
export const PROOF_TEXTS = {
  'command.proof.toggle': { zh: '校样预览', en: 'Soft proof' },
  'command.proof.cyan': { zh: '看青版', en: 'Cyan plate' },
  'command.proof.magenta': { zh: '看品红版', en: 'Magenta plate' },
  'command.proof.yellow': { zh: '看黄版', en: 'Yellow plate' },
  'command.proof.black': { zh: '看黑版', en: 'Black plate' },
  'command.proof.all': { zh: '看全部印版', en: 'All plates' },
  'command.proof.ink': { zh: '看墨量超限', en: 'Ink over the limit' },
  'proof.title': { zh: '校样预览', en: 'Soft proof' },
  'proof.close': { zh: '关掉校样预览', en: 'Close the soft proof' },
  'proof.loading': { zh: '正在读特性文件', en: 'Reading the profile' },
  'proof.press': { zh: '按', en: 'Press' },
  'proof.newsprint': { zh: '新闻纸 TR 002', en: 'Newsprint TR 002' },
  'proof.plates': { zh: '印版', en: 'Plates' },
  'proof.plate.cyan': { zh: '青', en: 'C' },
  'proof.plate.magenta': { zh: '品红', en: 'M' },
  'proof.plate.yellow': { zh: '黄', en: 'Y' },
  'proof.plate.black': { zh: '黑', en: 'K' },
  'proof.all': { zh: '全部', en: 'All' },
  'proof.over': { zh: '标出总墨量超过', en: 'Mark total ink over' },
  'proof.limit': { zh: '总墨量上限', en: 'Most total ink' },
  'proof.within': { zh: '没有超限', en: 'Within the limit' },
  'proof.over-count': { zh: '{n} 处超限', en: 'Over the limit: {n}' },
  'proof.most': { zh: '最多 {percent}%', en: 'most {percent} %' },
} as const satisfies Record<string, Text>
