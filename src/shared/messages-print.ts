import type { Text } from './messages.ts'

/** Why a page is not printed, and what to do: see messages-problems.ts. */
export const PRINT_TEXTS = {
  'problem.profile-needed': {
    zh: '{standard} 要嵌入 {condition} 的 ICC 特性文件\n用 --profile 指定它。',
    en: '{standard} embeds the ICC profile of {condition}\nName the file with --profile.',
  },
  'problem.profile-not-icc': {
    zh: '这不是 ICC 特性文件，或文件损坏了（{reason}）\n换一份。',
    en: 'This is not an ICC profile, or it is damaged ({reason})\nUse another file.',
  },
  'problem.profile-not-cmyk-output': {
    zh: '这份 ICC 特性文件不是 CMYK 输出设备的（{kind}，{space}）\n向印厂要印刷用的那一份。',
    en: 'This ICC profile is not one of a CMYK press ({kind}, {space})\nAsk the printer for the one of the press.',
  },
  'problem.profile-version': {
    zh: '这份 ICC 特性文件是第 {version} 版，{standard} 最高用第 {highest} 版\n改用 PDF/X-4，或换一份特性文件。',
    en: 'This ICC profile has version {version}; {standard} takes {highest} at the most\nUse PDF/X-4 or another profile.',
  },
  'problem.spot-name-reserved': {
    zh: '专色不能叫“{name}”，这个名字另有含义\n给它换个名字。',
    en: 'A spot colour cannot be named “{name}”: that name has a meaning of its own\nGive it another name.',
  },
  'problem.spot-alternates-differ': {
    zh: '专色“{name}”有几种不同的 CMYK 值\n让同名的色板用同样的值。',
    en: 'The spot colour “{name}” has several CMYK values\nGive swatches of one name the same values.',
  },
  'problem.tags-not-in-x1a': {
    zh: 'PDF/X-1a 不带阅读结构\n改用 PDF/X-4，或不要结构。',
    en: 'PDF/X-1a is written without structure\nUse PDF/X-4, or leave the structure out.',
  },
  'problem.readback-differs': {
    zh: '写出的 PDF 和版面不一样，没有存：{what} 该是“{expected}”，却是“{found}”\n把这份版面和这句话一起告诉我们。',
    en: 'The PDF differs from the page and was not saved: {what} should be “{expected}” and is “{found}”\nReport this together with the page.',
  },
  'problem.unprintable-character': {
    zh: '“{character}”（{codePoint}）是部首或自造字的编码，不能付印\n换成普通的字。',
    en: '“{character}” ({codePoint}) is coded as a radical or a private character and cannot be printed\nUse the ordinary character.',
  },
} as const satisfies Record<string, Text>
