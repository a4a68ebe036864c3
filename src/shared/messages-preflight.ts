import type { Text } from './messages.ts'

/** What preflight finds, by rule: what is wrong, and on a second line why or what to do. */
export const PREFLIGHT_PROBLEMS = {
  'problem.glyph-fallback': {
    zh: '“{character}”换成了别的字体\n所选字体没有这个字，字形会和旁边不一样。',
    en: '“{character}” is set in another font\nThe chosen font lacks it, and it looks unlike its neighbours.',
  },
  'problem.font-missing': {
    zh: '字体 {face} 不在手边\n装上它，或换一种字体。',
    en: 'The font {face} is not at hand\nInstall it, or use another.',
  },
  'problem.font-licence': {
    zh: '字体 {name} 不许嵌入文件\n字体厂在字体里写明了限制，换一种字体。',
    en: 'The font {name} may not be embedded\nIts maker says so in the font; use another.',
  },
  'problem.text-rich-black': {
    zh: '黑字用了四色黑\n套印稍有偏差字边就发虚，黑字只用 K 100。',
    en: 'Black text of several inks\nThe slightest misregister blurs it; black text is K 100 alone.',
  },
  'problem.text-too-small': {
    zh: '字只有 {pt} pt，不到 {limit} pt\n新闻纸上会糊，把字放大。',
    en: 'Type of {pt} pt, below {limit} pt\nIt fills in on newsprint; make it larger.',
  },
  'problem.text-tinted': {
    zh: '{pt} pt 的字加了网或用了多色\n小于 {limit} pt 的字要用实地单色。',
    en: 'Type of {pt} pt in a tint or several inks\nBelow {limit} pt type must be one solid ink.',
  },
  'problem.text-reversed-small': {
    zh: '反白字只有 {pt} pt\n小于 {limit} pt 的反白字会糊死，把字放大。',
    en: 'Reversed type of only {pt} pt\nBelow {limit} pt it fills in; make it larger.',
  },
  'problem.hairline': {
    zh: '线只有 {pt} pt，印不出来\n至少要 {limit} pt。',
    en: 'A line of {pt} pt will not print\nIt must have {limit} pt at least.',
  },
  'problem.hairline-tinted': {
    zh: '{pt} pt 的线加了网或用了多色\n会断成点，至少要 {limit} pt，或改用实地单色。',
    en: 'A line of {pt} pt in a tint or several inks\nIt breaks into dots: {limit} pt at least, or one solid ink.',
  },
  'problem.ink-over-limit': {
    zh: '色板“{name}”总墨量 {percent}%\n超过 {limit}%，纸上会透印、沾脏。',
    en: 'Swatch “{name}” has {percent} % of ink\nOver {limit} %, it sets off and shows through.',
  },
  'problem.spot-colour': {
    zh: '专色“{name}”要多出一块版\n报纸一般只有四色，问过印厂再用。',
    en: 'Spot colour “{name}” needs a plate of its own\nNewspapers mostly print four; ask the printer first.',
  },
  'problem.text-off-trim': {
    zh: '文字超出裁切边 {mm} mm\n会被裁掉，移进版心。',
    en: 'Text reaches {mm} mm beyond the trim\nIt will be cut off; move it inside.',
  },
  'problem.text-outside-type-area': {
    zh: '文字超出版心 {mm} mm\n移进版心，或确认是有意的。',
    en: 'Text reaches {mm} mm beyond the type area\nMove it inside, unless it is meant.',
  },
  'problem.frame-off-page': {
    zh: '框在版面之外，印不出来\n移回来或删去。',
    en: 'A frame stands off the page and will not print\nMove it back or delete it.',
  },
  'problem.frame-hidden': {
    zh: '有一个框隐藏了，不会印\n不要它就删去，要就显示。',
    en: 'A hidden frame will not print\nDelete it, or show it.',
  },
  'problem.text-over-text': {
    zh: '两处文字叠在一起\n移开其中一个文框。',
    en: 'Text stands on other text\nMove one of the frames.',
  },
  'problem.text-over-picture': {
    zh: '文字压在图片上\n移开，或给图片设绕排。',
    en: 'Text stands on a picture\nMove it, or let text wrap around the picture.',
  },
  'problem.bleed-short': {
    zh: '到裁切边的图没有出血，差 {mm} mm\n裁歪一点就露白边，把框拉出裁切边。',
    en: 'What reaches the trim lacks {mm} mm of bleed\nA crooked cut leaves white; extend the frame.',
  },
  'problem.picture-ppi': {
    zh: '图片 {name} 只有 {ppi} ppi\n不到 {limit} ppi，会看得出马赛克，换大图或缩小图框。',
    en: 'The picture {name} has {ppi} ppi only\nBelow {limit} ppi its pixels show; use a larger one or a smaller frame.',
  },
  'problem.picture-ppi-low': {
    zh: '图片 {name} 精度偏低，{ppi} ppi\n最好 {limit} ppi 以上。',
    en: 'The picture {name} is coarse: {ppi} ppi\n{limit} ppi or more is better.',
  },
  'problem.picture-line-art-ppi': {
    zh: '线条稿 {name} 只有 {ppi} ppi\n黑白线条稿要 {limit} ppi 以上，边缘才不毛。',
    en: 'The line art {name} has {ppi} ppi only\n1-bit art needs {limit} ppi for clean edges.',
  },
  'problem.picture-rgb': {
    zh: '图片 {name} 是 RGB\n导出时按输出意图转成 CMYK，颜色会变，看过软打样再签。',
    en: 'The picture {name} is RGB\nExport converts it to CMYK and its colours change; look at the soft proof.',
  },
  'problem.picture-alpha': {
    zh: '图片 {name} 有透明\nPDF/X-1a 不许透明，导出时压平到白底。',
    en: 'The picture {name} is see-through\nPDF/X-1a has no transparency: export lays it on white.',
  },
  'problem.picture-no-profile': {
    zh: '图片 {name} 没有 ICC 特性文件\nRGB 按 sRGB、CMYK 按印刷机的颜色算。',
    en: 'The picture {name} has no ICC profile\nRGB is taken for sRGB, CMYK for that of the press.',
  },
  'problem.picture-leaves-white': {
    zh: '图片 {name} 没有盖满图框\n边上会露白，放大或移正。',
    en: 'The picture {name} does not cover its frame\nWhite shows at the edge; enlarge or move it.',
  },
  'problem.picture-file-changed': {
    zh: '图片 {name} 的原文件改过或不见了\n版面里还是置入时的那份，要新的就重新置入。',
    en: 'The file of {name} has changed or is gone\nThe page has it as it was; place it again for the new one.',
  },
  'problem.folio-number-missing': {
    zh: '报眉没有版号\n在报眉写上第几版。',
    en: 'The folio has no page number\nWrite it in the folio.',
  },
  'problem.folio-date-missing': {
    zh: '报眉没有日期\n在报眉写上年月日。',
    en: 'The folio has no date\nWrite year, month and day in the folio.',
  },
  'problem.folio-section-missing': {
    zh: '报眉没有版名\n在报眉写上版名。',
    en: 'The folio has no section name\nWrite it in the folio.',
  },
  'problem.folio-weekday-missing': {
    zh: '报眉没有星期\n在日期后写上星期几。',
    en: 'The folio has no weekday\nWrite it after the date.',
  },
  'problem.folio-editor-missing': {
    zh: '报眉没有编辑\n在报眉写上责任编辑。',
    en: 'The folio names no editor\nWrite the name in the folio.',
  },
  'problem.folio-layout-missing': {
    zh: '报眉没有组版\n在报眉写上组版员。',
    en: 'The folio names no layout artist\nWrite the name in the folio.',
  },
  'problem.folio-weekday': {
    zh: '{date}是{put}，报眉写着{was}\n改星期，或查日期。',
    en: '{date} is {put}; the folio says {was}\nCorrect the weekday, or the date.',
  },
  'problem.folio-date-impossible': {
    zh: '没有{date}这一天\n查日期。',
    en: 'There is no {date}\nCheck the date.',
  },
  'problem.folio-differs': {
    zh: '报眉写着 {was}，版面是 {put}\n两处要一样。',
    en: 'The folio says {was}, the page is {put}\nThe two must agree.',
  },
  'problem.head-missing': {
    zh: '这篇稿件没有标题\n写上标题，或并入上一篇。',
    en: 'This story has no headline\nWrite one, or join it to the story before.',
  },
  'problem.head-repeated': {
    zh: '标题“{text}”用了两次\n改其中一个。',
    en: 'The headline “{text}” stands twice\nChange one of them.',
  },
  'problem.head-phrase-repeated': {
    zh: '两个标题都有“{text}”\n同版不重题，换个说法。',
    en: 'Two headlines share “{text}”\nPut one of them in other words.',
  },
  'problem.head-mark-at-end': {
    zh: '标题末尾有“{mark}”\n标题末尾不用点号。',
    en: 'The headline ends with “{mark}”\nHeadlines end without a mark.',
  },
  'problem.head-single-character': {
    zh: '标题有一行只剩“{character}”字\n改断行，或减字。',
    en: 'A line of the headline has only “{character}”\nBreak it elsewhere, or cut a word.',
  },
  'problem.head-number': {
    zh: '标题里的 {figure}，正文里没有\n核对数字。',
    en: '{figure} is in the headline and not in the text\nCheck the figure.',
  },
  'problem.body-missing': {
    zh: '这篇稿件没有正文\n补上正文，或删去标题。',
    en: 'This story has no text\nAdd it, or delete the headline.',
  },
  'problem.story-without-frames': {
    zh: '“{text}”还没有上版，{characters} 字\n给它一个文框，或删去。',
    en: '“{text}” has no frame, {characters} {characters:character|characters}\nGive it a frame, or delete it.',
  },
  'problem.story-short': {
    zh: '欠 {rows} 行，文框下面空着\n缩短文框，或补字。',
    en: '{rows} {rows:row|rows} of the frame stay empty\nMake the frame shorter, or add text.',
  },
  'problem.subhead-at-foot': {
    zh: '小标题“{text}”落在栏尾\n和它的正文分开了，收一行或放一行。',
    en: 'The subhead “{text}” ends a column\nIt is parted from its text; pull back or gain a line.',
  },
  'problem.paragraph-empty': {
    zh: '有一个空段\n删去它。',
    en: 'There is an empty paragraph\nDelete it.',
  },
  'problem.paragraph-repeated': {
    zh: '“{text}”这一段出现两次\n删去一段。',
    en: 'The paragraph “{text}” stands twice\nDelete one.',
  },
  'problem.paragraph-no-end-mark': {
    zh: '这一段末尾没有标点：{text}\n补上句号，或查是不是缺了文字。',
    en: 'This paragraph ends without a mark: {text}\nAdd a full stop, or see whether text is missing.',
  },
  'problem.single-character-line': {
    zh: '段末一行只有“{character}”字\n孤字不成行，收一行。',
    en: 'The last line of a paragraph has only “{character}”\nPull it back.',
  },
  'problem.loose-line': {
    zh: '这一行太松：{text}…\n字距撑开 {em} em，改断行或收一行。',
    en: 'This line is loose: {text}…\nIts gaps are stretched by {em} em; pull back a line.',
  },
  'problem.copyfit-beyond': {
    zh: '手工排齐到 {em} em，超过规则\n字会显得挤或散，放开一些。',
    en: 'Copyfit by hand to {em} em is over the limit of the preset\nThe text looks cramped or loose; ease it.',
  },
  'problem.picture-empty': {
    zh: '图框是空的，{width} × {height} mm\n置入图片，或改为留白。',
    en: 'An empty picture frame, {width} × {height} mm\nPlace a picture, or leave the space blank.',
  },
  'problem.caption-missing': {
    zh: '图片没有说明\n写上图片说明。',
    en: 'The picture has no caption\nWrite one.',
  },
  'problem.caption-no-photographer': {
    zh: '图片说明没写谁拍的：{text}…\n写上“某某 摄”或来源。',
    en: 'The caption names no photographer: {text}…\nSay who took the picture.',
  },
  'problem.credit-missing': {
    zh: '稿件没有作者或署名\n写上作者、署名或来源。',
    en: 'The story names no author\nAdd a byline, a credit or a source.',
  },
  'problem.picture-twice': {
    zh: '图片 {name} 用了两次\n换其中一张。',
    en: 'The picture {name} stands twice\nChange one of them.',
  },
  'problem.ad-empty': {
    zh: '广告待上版，{width} × {height} mm\n付印前要有广告，或改排稿件。',
    en: 'The advertisement has not come, {width} × {height} mm\nPlace it before printing, or fill the space.',
  },
  'problem.text-frame-empty': {
    zh: '文框里没有字\n写上文字，或删去它。',
    en: 'A text frame has no text\nWrite some, or delete it.',
  },
  'problem.doubt-open': {
    zh: '原稿还有 {n} 处存疑未定\n从第 {line} 行起，到复核里定下来。',
    en: '{n} {n:doubt|doubts} of the source are open\nDecide them in review, from line {line} on.',
  },
  'problem.date-weekday': {
    zh: '“{text}”的星期不对，应为{put}\n改星期，或查日期。',
    en: 'The weekday of “{text}” is wrong: {put}\nCorrect it, or check the date.',
  },
  'problem.name-two-ways': {
    zh: '“{text}”和“{put}”像是同一个人\n“{put}”用了 {times} 次，核对姓名。',
    en: '“{text}” and “{put}” look like one person\n“{put}” stands {times} {times:time|times}; check the name.',
  },
  'problem.word-two-ways': {
    zh: '{text} 和 {put} 是同一个词\n{put} 用了 {times} 次，统一写法。',
    en: '{text} and {put} are one word\n{put} stands {times} {times:time|times}; spell both alike.',
  },
  'problem.wrong-word': {
    zh: '“{text}”应为“{put}”\n常见错别字。',
    en: '“{text}” should be “{put}”\nOften written wrong.',
  },
  'problem.profile-unknown': {
    zh: '检查方案“{name}”不在手边，用了“{used}”\n导入它，或选一个方案。',
    en: 'The profile “{name}” is not at hand; “{used}” was used\nImport it, or choose another.',
  },
  'problem.half-width-mark': {
    zh: '中文里用了半角标点：{around}\n改成全角（GB/T 15834）。',
    en: 'A half-width mark in Chinese text: {around}\nUse the full-width one (GB/T 15834).',
  },
  'problem.doubled-mark': {
    zh: '标点重复：{around}\n只用一个（GB/T 15834）。',
    en: 'A mark stands twice: {around}\nOne is enough (GB/T 15834).',
  },
  'problem.clashing-marks': {
    zh: '标点连用：{around}\n只留一个（GB/T 15834）。',
    en: 'Marks that exclude each other: {around}\nKeep one (GB/T 15834).',
  },
  'problem.mark-order': {
    zh: '问号在前，叹号在后：{around}\nGB/T 15834 4.4.3。',
    en: '？ stands before ！: {around}\nGB/T 15834, 4.4.3.',
  },
  'problem.mark-at-start': {
    zh: '段首是标点：{around}\n前面可能缺字。',
    en: 'A paragraph begins with a mark: {around}\nText may be missing before it.',
  },
  'problem.mark-at-end': {
    zh: '段末没完：{around}\n后面可能缺字。',
    en: 'A paragraph ends unfinished: {around}\nText may be missing after it.',
  },
  'problem.ellipsis': {
    zh: '省略号不对：{around}\n省略号是六个点，占两个字（GB/T 15834）。',
    en: 'A wrong ellipsis: {around}\nIt has six dots on two em (GB/T 15834).',
  },
  'problem.dash': {
    zh: '破折号不对：{around}\n破折号占两个字（GB/T 15834）。',
    en: 'A wrong dash: {around}\nIt is two em long (GB/T 15834).',
  },
  'problem.interpunct': {
    zh: '间隔号不对：{around}\n用“·”。',
    en: 'A wrong interpunct: {around}\nUse “·”.',
  },
  'problem.straight-quote': {
    zh: '直引号：{around}\n改成弯引号（GB/T 15834）。',
    en: 'A straight quotation mark: {around}\nUse the curly one (GB/T 15834).',
  },
  'problem.unmatched-mark': {
    zh: '引号或括号不成对：{around}\n补上另一半，或删去。',
    en: 'A mark without its other half: {around}\nAdd it, or delete this one.',
  },
  'problem.empty-pair': {
    zh: '括号里没有字：{around}\n补字，或删去。',
    en: 'Nothing stands in the brackets: {around}\nFill or delete them.',
  },
  'problem.reversed-quotes': {
    zh: '引号方向反了：{around}\n前引号在前。',
    en: 'Quotation marks the wrong way round: {around}\nThe opening one goes first.',
  },
  'problem.nested-quotes': {
    zh: '引号里又用同样的引号：{around}\n里面用单引号、单书名号（GB/T 15834）。',
    en: 'The same marks inside a quotation: {around}\nUse single ones inside (GB/T 15834).',
  },
  'problem.quote-goes-on': {
    zh: '引文接着上一段，段首缺前引号：{around}\n每段开头都用前引号（GB/T 15834）。',
    en: 'The quotation goes on without its mark: {around}\nEach paragraph begins with one (GB/T 15834).',
  },
  'problem.space-in-han': {
    zh: '汉字之间有空格：{around}\n删去空格。',
    en: 'A space between Han: {around}\nDelete it.',
  },
  'problem.space-at-figure': {
    zh: '汉字和数字之间有空格：{around}\n间隙由排版给，不用空格。',
    en: 'A space between Han and a figure: {around}\nComposition makes that gap.',
  },
  'problem.space-at-mark': {
    zh: '标点旁有空格：{around}\n删去空格。',
    en: 'A space beside a mark: {around}\nDelete it.',
  },
  'problem.full-width-letter': {
    zh: '全角数字或字母：{around}\n用半角。',
    en: 'Full-width figures or letters: {around}\nUse half-width ones.',
  },
  'problem.odd-character': {
    zh: '怪字：{around}\n看着像，查找和复制却是另一个字，或印不出来。',
    en: 'An odd character: {around}\nIt looks right but is found and copied as another, or cannot be printed.',
  },
  'problem.doubled-words': {
    zh: '词语重复：{around}\n像是重影，留一处。',
    en: 'Words stand twice: {around}\nKeep one.',
  },
  'problem.list-number': {
    zh: '序号后的标点不对：{around}\n“1.”“一、”“（一）”（GB/T 15834）。',
    en: 'A wrong mark after the number of an item: {around}\n“1.” “一、” “（一）” (GB/T 15834).',
  },
  'problem.number-zero': {
    zh: '“零”字写成了圈：{around}\n用“〇”（GB/T 15835）。',
    en: 'A circle for zero: {around}\nUse 〇 (GB/T 15835).',
  },
  'problem.number-year-han': {
    zh: '公历年份用数字：{around}\nGB/T 15835。',
    en: 'Years of the common calendar in figures: {around}\nGB/T 15835.',
  },
  'problem.number-date-mixed': {
    zh: '日期里数字和汉字混用：{around}\n都用数字（GB/T 15835）。',
    en: 'Figures and numerals in one date: {around}\nUse figures (GB/T 15835).',
  },
  'problem.number-short-year': {
    zh: '年份写短了：{around}\n写全四位（GB/T 15835）。',
    en: 'A year cut short: {around}\nWrite all four figures (GB/T 15835).',
  },
  'problem.date-impossible': {
    zh: '没有这个日子或时刻：{around}\n核对。',
    en: 'There is no such day or hour: {around}\nCheck it.',
  },
  'problem.number-range-mark': {
    zh: '起止号不对：{around}\n时间用“—”，数值用“～”（GB/T 15835）。',
    en: 'A wrong mark of a range: {around}\n— from time to time, ～ from number to number (GB/T 15835).',
  },
  'problem.number-range-unit': {
    zh: '前一个数缺单位：{around}\n“15%～30%”“9亿～16亿”（GB/T 15835）。',
    en: 'The first number lacks its unit: {around}\n“15%～30%” “9亿～16亿” (GB/T 15835).',
  },
  'problem.number-about': {
    zh: '带“几”的数用汉字：{around}\nGB/T 15835。',
    en: 'Numbers with 几 in numerals: {around}\nGB/T 15835.',
  },
  'problem.number-about-comma': {
    zh: '相邻两数表示概数，中间不用顿号：{around}\nGB/T 15835 5.2.1。',
    en: 'No mark between two numbers for “about”: {around}\nGB/T 15835, 5.2.1.',
  },
  'problem.number-about-twice': {
    zh: '概数说了两遍：{around}\n“约”和“多”“左右”留一个。',
    en: '“About” is said twice: {around}\nKeep one.',
  },
  'problem.number-percent-mixed': {
    zh: '百分数写法混用：{around}\n“20%”或“百分之二十”（GB/T 15835）。',
    en: 'A mixed percentage: {around}\n“20%” or “百分之二十” (GB/T 15835).',
  },
  'problem.number-hundreds': {
    zh: '数字后不用“百”“千”：{around}\n写出来，或用“万”“亿”（GB/T 15835）。',
    en: 'No 百 or 千 behind figures: {around}\nWrite it out, or use 万 and 亿 (GB/T 15835).',
  },
  'problem.number-point': {
    zh: '小数点不对：{around}\nGB/T 15835。',
    en: 'A wrong decimal point: {around}\nGB/T 15835.',
  },
  'problem.number-broken': {
    zh: '数字断开了：{around}\n删去空格。',
    en: 'A broken number: {around}\nDelete the space.',
  },
  'problem.number-named-day': {
    zh: '月日专名缺间隔号：{around}\n“3·15”“一二·九”（GB/T 15835）。',
    en: 'The name of a day lacks its interpunct: {around}\n“3·15” “一二·九” (GB/T 15835).',
  },
  'problem.unit-letters': {
    zh: '单位写法不对：{around}\n改成“{put}”（GB 3100）。',
    en: 'A unit misspelt: {around}\nWrite “{put}” (GB 3100).',
  },
  'problem.unit-twice': {
    zh: '货币说了两遍：{around}\n留一个。',
    en: 'The currency is said twice: {around}\nKeep one.',
  },
  'problem.more-errors': {
    zh: '还有 {n} 个错误\n用 banxin preflight 看全部。',
    en: '{n} more errors\nList all with banxin preflight.',
  },
  'problem.profile-invalid': {
    zh: '检查方案读不出来：{place}（{reason}）\n按自带方案的样子改。',
    en: 'The preflight profile cannot be read: {place} ({reason})\nWrite it as the shipped ones are.',
  },
  'problem.profile-rule-unknown': {
    zh: '没有“{rule}”这条检查规则\n看看拼写。',
    en: 'There is no rule “{rule}”\nCheck its spelling.',
  },
} as const satisfies Record<string, Text>

/** Names of the rules whose title is about the one fault found; others are called by their title. */
export const RULE_TEXTS = {
  'rule.folio-weekday': { zh: '报眉的星期和日期不符', en: 'Folio date and weekday disagree' },
  'rule.folio-date-impossible': { zh: '报眉的日期不存在', en: 'Folio date that there is not' },
  'rule.folio-differs': { zh: '报眉和版面信息不符', en: 'Folio and page disagree' },
  'rule.story-without-frames': { zh: '稿件没有上版', en: 'Story without a frame' },
  'rule.story-short': { zh: '欠行', en: 'Rows left free' },
  'rule.wrong-word': { zh: '错别字', en: 'Wrong word' },
  'rule.name-two-ways': { zh: '同一人名两种写法', en: 'A name spelt two ways' },
  'rule.word-two-ways': { zh: '同一词两种写法', en: 'A word spelt two ways' },
  'rule.date-weekday': { zh: '文中日期和星期不符', en: 'Date and weekday in the text disagree' },
  'rule.text-tinted': { zh: '小字加网或多色', en: 'Small type in tints' },
  'rule.text-too-small': { zh: '字太小', en: 'Type too small' },
  'rule.text-reversed-small': { zh: '反白字太小', en: 'Reversed type too small' },
  'rule.hairline': { zh: '线太细', en: 'Rule too thin' },
  'rule.hairline-tinted': { zh: '加网的线太细', en: 'Tinted rule too thin' },
  'rule.glyph-fallback': { zh: '缺字换了别的字体', en: 'Character set in another font' },
  'rule.missing-glyph': { zh: '缺字', en: 'Missing glyph' },
  'rule.overset': { zh: '溢流', en: 'Overset' },
  'rule.ink-over-limit': { zh: '总墨量超限', en: 'Ink over the limit' },
  'rule.spot-colour': { zh: '专色', en: 'Spot colour' },
  'rule.head-repeated': { zh: '标题重复', en: 'Headline repeated' },
  'rule.head-phrase-repeated': { zh: '标题用了同样的词', en: 'Headlines share a phrase' },
  'rule.head-number': { zh: '标题数字正文里没有', en: 'Figure of the headline not in the text' },
  'rule.head-mark-at-end': { zh: '标题末尾有点号', en: 'Headline ends with a mark' },
  'rule.head-single-character': { zh: '标题孤字', en: 'Lone character in a headline' },
  'rule.paragraph-repeated': { zh: '段落重复', en: 'Paragraph repeated' },
  'rule.doubt-open': { zh: '存疑未定', en: 'Open doubts' },
  'rule.picture-ppi': { zh: '图片精度不够', en: 'Picture too coarse' },
  'rule.picture-ppi-low': { zh: '图片精度偏低', en: 'Picture coarse' },
  'rule.picture-line-art-ppi': { zh: '线条稿精度不够', en: 'Line art too coarse' },
  'rule.picture-rgb': { zh: 'RGB 图片', en: 'RGB picture' },
  'rule.picture-alpha': { zh: '透明图片', en: 'See-through picture' },
  'rule.picture-no-profile': { zh: '图片没有特性文件', en: 'Picture without a profile' },
  'rule.picture-leaves-white': { zh: '图片没有盖满图框', en: 'Picture leaves white' },
  'rule.picture-file-changed': { zh: '图片原文件变了', en: 'The file of a picture changed' },
  'rule.picture-missing': { zh: '图片缺失', en: 'Picture missing' },
  'rule.picture-twice': { zh: '图片重复', en: 'Picture twice' },
  'rule.subhead-at-foot': { zh: '小标题落在栏尾', en: 'Subhead at the foot of a column' },
  'rule.copyfit-beyond': { zh: '手工排齐超过规则', en: 'Copyfit beyond the preset' },
  'rule.single-character-line': { zh: '段末孤字', en: 'Lone character on a last line' },
  'rule.font-missing': { zh: '字体不在手边', en: 'Font not at hand' },
  'rule.font-licence': { zh: '字体不许嵌入', en: 'Font not embeddable' },
  'rule.bleed-short': { zh: '出血不足', en: 'Bleed too short' },
  'rule.line-overfull': { zh: '行比文框宽', en: 'Line wider than its frame' },
  'rule.profile-unknown': { zh: '检查方案不在手边', en: 'Profile not at hand' },
} as const satisfies Record<string, Text>

/** What a fix does, as its button says. */
export const PREFLIGHT_TEXTS = {
  'preflight.sums': {
    zh: '{errors} 个错误，{warnings} 个警告',
    en: '{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}',
  },
  'fix.replace': { zh: '改为“{put}”', en: 'Change to “{put}”' },
  'fix.delete': { zh: '删去', en: 'Delete' },

  'fix.delete-paragraph': { zh: '删去这一段', en: 'Delete the paragraph' },
  'fix.delete-frame': { zh: '删去这个框', en: 'Delete the frame' },
  'fix.leave-blank': { zh: '改为留白', en: 'Leave blank' },
  'fix.frame-higher': { zh: '文框加高 {rows} 行', en: 'Make the frame {rows} {rows:row|rows} higher' },
  'fix.remove-copyfit': { zh: '去掉手工排齐', en: 'Remove the copyfit' },
  'fix.move-inside': { zh: '移进版心', en: 'Move into the type area' },
  'fix.show-frame': { zh: '显示它', en: 'Show it' },
  'fix.less-ink': { zh: '减到 {limit}%', en: 'Reduce to {limit} %' },
  'fix.plain-black': { zh: '改为单黑', en: 'Make it plain black' },
  'fix.no-spot': { zh: '改为四色', en: 'Make it four-colour' },
  'fix.thicker': { zh: '加粗到 {pt} pt', en: 'Make it {pt} pt' },
  'fix.fill-frame': { zh: '充满图框', en: 'Fill the frame' },
} as const satisfies Record<string, Text>
