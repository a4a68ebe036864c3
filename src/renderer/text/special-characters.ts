/** Characters that a page needs and a keyboard lacks, by group; the names are in the catalogue of messages. */

export interface SpecialGroup {
  id: 'spaces' | 'marks' | 'dashes' | 'ornaments' | 'numbers' | 'units' | 'latin'
  characters: readonly string[]
}

export const SPECIAL_CHARACTERS: readonly SpecialGroup[] = [
  { id: 'spaces', characters: ['\u3000', '\u2002', '\u00a0', '\u2009', '\u200b', '\u2028'] },
  { id: 'marks', characters: [...'“”‘’「」『』（）〔〕【】《》〈〉、；：？！。，·'] },
  { id: 'dashes', characters: ['——', '……', '—', '–', '～', '－', '／', '…'] },
  { id: 'ornaments', characters: [...'▶▲△▼▽◆◇■□●○◎★☆※◀'] },
  { id: 'numbers', characters: [...'①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ〇½¼¾'] },
  { id: 'units', characters: [...'℃％‰°′″㎡㎏㎜㎝㎞¥€£×÷±≈≤≥≠'] },
  { id: 'latin', characters: [...'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'] },
]
