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
  'problem.frame-not-for-pictures': {
    zh: '版面里没有名为 {frame} 的图框\n有这些图框：{frames}',
    en: 'The page has no picture frame named {frame}\nIt has these: {frames}',
  },
  'problem.picture-unknown-kind': {
    zh: '这不是 JPEG、PNG、TIFF 或 WebP 图片\n转成其中一种再用。',
    en: 'This is no JPEG, PNG, TIFF or WebP picture\nConvert it to one of these.',
  },
  'problem.picture-foreign-kind': {
    zh: '{name} 是 {kind}，不能直接付印\n转成 JPEG、PNG 或 TIFF 再用。',
    en: '{name} is {kind}, which is not printed as it is\nConvert it to JPEG, PNG or TIFF.',
  },
  'problem.picture-file-empty': {
    zh: '图片 {name} 是空的（0 字节）\n换一份，多半是没有拷完。',
    en: 'The picture {name} is empty (0 bytes)\nUse another copy: this one was hardly copied.',
  },
  'problem.picture-unreadable': {
    zh: '图片 {name} 损坏了，读不出来\n换一份。',
    en: 'The picture {name} is damaged and cannot be read\nUse another copy.',
  },
  'problem.picture-too-large': {
    zh: '图片 {name} 太大：{width} × {height} 像素\n先缩小。',
    en: 'The picture {name} is too large: {width} × {height} pixels\nMake it smaller first.',
  },
  'problem.picture-missing': {
    zh: '图片 {asset} 没有备好，不能付印\n重新置入，或指定印刷用的 ICC 特性文件。',
    en: 'The picture {asset} could not be made ready for print\nPlace it again, or name the ICC profile of the press.',
  },
  'problem.picture-not-in-x1a': {
    zh: 'PDF/X-1a 不能有 RGB 或透明的图片（{asset}）\n改用 PDF/X-4。',
    en: 'PDF/X-1a has no RGB and nothing see-through ({asset})\nUse PDF/X-4.',
  },
  'problem.picture-ink-reduced': {
    zh: '图片 {name} 的总墨量 {ink}% 超过 {limit}%，已降到限值内\n看看打样，最好按这台印刷机重做分色。',
    en: 'The picture {name} had {ink} % of ink, over {limit} %; it was reduced\nLook at a proof; better separate it for this press.',
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
