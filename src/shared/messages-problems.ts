import type { Text } from './messages.ts'
import { EDITOR_PROBLEMS } from './messages-editor.ts'
import { PREFLIGHT_PROBLEMS } from './messages-preflight.ts'
import { PRINT_TEXTS } from './messages-print.ts'

/**
 * Diagnostics by code: what is wrong, and on a second line what to do. `{file}` comes from where the diagnostic
 * points, the rest from its params; a line is added behind the first.
 */
export const PROBLEM_TEXTS = {
  ...EDITOR_PROBLEMS,
  ...PRINT_TEXTS,
  ...PREFLIGHT_PROBLEMS,
  'problem.unknown': {
    zh: '出了问题：{code}\n把这份文件和这个代号一起告诉我们。',
    en: 'Something is wrong: {code}\nReport this code together with the file.',
  },
  'problem-place.line': { zh: '（第 {line} 行）', en: ' (line {line})' },
  'problem.source-empty': {
    zh: '这份文件里没有文字\n打开一份有正文的文本。',
    en: 'There is no text in this file\nOpen a text that has some.',
  },
  'problem.source-binary': {
    zh: '这份文件不是文本\n打开 .txt 文本或 .banxin 版面。',
    en: 'This file is not a text\nOpen a .txt text or a .banxin page.',
  },
  'problem.source-is-pdf': {
    zh: '这是 PDF，现在只读文本\n用“另存为文本”导出后再打开。',
    en: 'This is a PDF; only texts can be read now\nExport it as text, then open that.',
  },
  'problem.source-encoding': {
    zh: '读不出这份文件：不是 UTF-8 或 GB18030\n把它另存为 UTF-8 再打开。',
    en: 'This file cannot be read: it is not UTF-8 or GB18030\nSave it as UTF-8 and open it again.',
  },
  'problem.source-too-large': {
    zh: '文件太大，不像一个版的文本\n只留这一版的文字再打开。',
    en: 'The file is too large for one page\nKeep the text of this page only and open it again.',
  },
  'problem.no-articles': {
    zh: '这份文本里认不出稿件\n看看它是不是一个版的文字。',
    en: 'No story was found in this text\nCheck that it is the text of a page.',
  },
  'problem.missing-glyph': {
    zh: '字体里没有“{character}”（{codePoint}），不能付印\n换一个字，或给它换字体。',
    en: 'No font has “{character}” ({codePoint}), so the page cannot be printed\nUse another character or another font.',
  },
  'problem.overset': {
    zh: '溢流 {characters} 字，文框放不下\n加高文框或删字。',
    en: '{characters} {characters:character|characters} found no room in their frame\nMake the frame higher or cut the text.',
  },
  'problem.line-forced': {
    zh: '第 {paragraph} 段有一行在不该断的地方断开，标点排不下\n加宽文框或删减标点。',
    en: 'Paragraph {paragraph} has a line broken where no break should stand, because its marks do not fit\nWiden the frame or cut marks.',
  },
  'problem.control-character': {
    zh: '第 {paragraph} 段有控制字符 {codePoint}，不排出来\n在稿件里删掉它。',
    en: 'Paragraph {paragraph} holds the control character {codePoint}, which is not set\nDelete it from the text.',
  },
  'problem.right-to-left': {
    zh: '第 {paragraph} 段的“{text}”是从右往左的文字，已按从右往左排\n请懂这种文字的人核对这一段。',
    en: 'Paragraph {paragraph} holds text that runs from right to left, “{text}”, which is set that way\nHave somebody who reads it check the paragraph.',
  },
  'problem.line-overfull': {
    zh: '第 {paragraph} 段有一行比文框宽\n加宽文框，或把字改小。',
    en: 'A line of paragraph {paragraph} is wider than its frame\nMake the frame wider or the type smaller.',
  },
  'problem.page-without-articles': {
    zh: '没有稿件可排，版面是空的\n打开另一份原稿，或在复核里补上。',
    en: 'There is no article to lay out; the page is empty\nOpen another source, or find the articles in the review.',
  },
  'problem.page-too-full': {
    zh: '版面放不下 {count} 篇稿件，约 {columnRows} 栏行 {characters} 字：{titles}\n换更小的字号，转到别的版，或按这个次序删稿。',
    en: 'The page has no room for {count} articles, about {columnRows} column-lines, {characters} {characters:character|characters}: {titles}\nTake smaller type or another page, or cut them in this order.',
  },
  'problem.pins-leave-no-room': {
    zh: '固定的 {count} 篇稿件挡住了其余稿件，已按不固定重排：{titles}\n松开它，或固定在别处。',
    en: '{count} pinned articles leave no room for the others and were laid out anew: {titles}\nRelease them, or pin them elsewhere.',
  },
  'problem.pins-in-the-way': {
    zh: '固定的 {count} 篇稿件挡住了其余稿件：{titles}\n松开它，或挪到别处再固定。',
    en: '{count} pinned articles are in the way of the others: {titles}\nRelease them, or move them and pin them there.',
  },
  'problem.page-not-banxin': {
    zh: '这不是版心的版面，或文件损坏了\n用上一份副本。',
    en: 'This is not a Banxin page, or the file is damaged\nUse an earlier copy.',
  },
  'problem.page-damaged': {
    zh: '版面文件损坏了\n试试修复，或用上一份副本。',
    en: 'The page file is damaged\nTry to repair it, or use an earlier copy.',
  },
  'problem.page-nothing-left': {
    zh: '文件里没有能用的内容了\n用上一份副本。',
    en: 'Nothing in the file can be used\nUse an earlier copy.',
  },
  'problem.page-invalid': {
    zh: '版面打不开：{field} 不对\n用上一份副本。',
    en: 'The page cannot be opened: {field} is wrong\nUse an earlier copy.',
  },
  'problem.page-broken-reference': {
    zh: '版面打不开：{place} 要的 {name} 不在文件里\n用上一份副本。',
    en: 'The page cannot be opened: {place} needs {name}, which is not in the file\nUse an earlier copy.',
  },
  'problem.page-newer-version': {
    zh: '版面是用更新的版心存的\n升级版心后再打开。',
    en: 'The page was saved by a newer Banxin\nUpdate Banxin and open it again.',
  },
  'problem.page-picture-damaged': {
    zh: '版面里的图片 {name} 缺失或损坏了\n用上一份副本。',
    en: 'The picture {name} of the page is missing or damaged\nUse an earlier copy.',
  },
  'problem.page-too-large': {
    zh: '版面文件里的 {path} 太大，没有打开\n看看它是不是从别处来的。',
    en: '{path} in the page file is too large; it was not opened\nCheck where the file came from.',
  },
  'problem.page-unsafe-path': {
    zh: '版面文件里有写到别处的路径，没有打开\n看看它是从哪里来的。',
    en: 'The page file holds a path that leads elsewhere; it was not opened\nCheck where the file came from.',
  },
  'problem.page-without-source': {
    zh: '这份版面里没有原稿，不能复核\n打开从文本还原的版面。',
    en: 'This page carries no source, so there is nothing to review\nOpen a page that was made from a text.',
  },
  'problem.template-unknown': {
    zh: '没有名为 {name} 的版式模板\n模板在 assets/templates 里。',
    en: 'There is no template named {name}\nThe templates stand in assets/templates.',
  },
  'problem.template-invalid': {
    zh: '版式模板 {file} 不对：{field}\n重新安装版心。',
    en: 'The template {file} is wrong: {field}\nInstall Banxin again.',
  },
  'problem.nothing-open': {
    zh: '还没有打开版面\n先打开一份文本。',
    en: 'No page is open\nOpen a text first.',
  },
  'problem.copyfit-no-line': {
    zh: '在排齐限度内差不出一行\n换一段，或放宽排版规则里的限度。',
    en: 'No line can be won or lost within the limits of copyfit\nTry another paragraph, or widen the limits in the preset.',
  },
  'problem.copyfit-beyond-limits': {
    zh: '收到排齐限度也放不进文框\n加高文框，删字，或放宽排版规则里的限度。',
    en: 'Even at the limits of copyfit the story does not fit its frame\nMake the frame higher, cut the text, or widen the limits in the preset.',
  },
  'problem.copyfit-nothing-to-fit': {
    zh: '这一稿已经排满文框\n没有要收放的。',
    en: 'The story fills its frame already\nThere is nothing to fit.',
  },
  'problem.copyfit-none': {
    zh: '这里没有排齐记录\n没有要取消的。',
    en: 'There is no copyfit here\nThere is nothing to remove.',
  },
  'problem.engine-failed': {
    zh: '排版引擎出了错：{detail}\n把这份文件和这句话一起告诉我们。',
    en: 'The layout engine failed: {detail}\nReport this together with the file.',
  },
  'problem.engine-too-slow': {
    zh: '{seconds} 秒没有动静，停下来了\n看看这份文件是不是从别处来的；版面还在，可以再试。',
    en: 'Nothing moved for {seconds} seconds, so it was stopped\nCheck where the file came from; the page is still here.',
  },
  'problem.engine-stopped': {
    zh: '排版引擎停了\n重新打开这份文件。',
    en: 'The layout engine stopped\nOpen the file again.',
  },
  'problem.file-not-found': {
    zh: '找不到 {file}\n看看它是不是改了名或移走了。',
    en: '{file} was not found\nIt may have been renamed or moved.',
  },
  'problem.file-not-a-file': {
    zh: '{file} 不是文件\n打开里面的一份文本。',
    en: '{file} is not a file\nOpen a text inside it.',
  },
  'problem.file-unreadable': {
    zh: '读不出 {file}\n换一个地方再打开。',
    en: '{file} cannot be read\nCopy it elsewhere and open the copy.',
  },
  'problem.not-readable': {
    zh: '没有权限读 {file}\n换一份，或改它的权限。',
    en: 'No permission to read {file}\nChoose another file or change its permissions.',
  },
  'problem.not-writable': {
    zh: '没有写权限，{file} 没存上\n换一个文件夹再存。',
    en: 'No permission to write; {file} was not saved\nChoose another folder.',
  },
  'problem.disk-full': {
    zh: '磁盘已满，{file} 没存上，原来的文件没有动\n腾出空间，或换一个磁盘。',
    en: 'The disk is full; {file} was not saved and the old file is untouched\nFree some space or choose another disk.',
  },
  'problem.folder-not-found': {
    zh: '文件夹不在了，{file} 没存上\n换一个文件夹再存。',
    en: 'The folder is gone; {file} was not saved\nChoose another folder.',
  },
  'problem.file-in-use': {
    zh: '{file} 正被别的程序用着，没存上\n关掉它再存，或换一个名字。',
    en: '{file} is in use and was not saved\nClose it there, or choose another name.',
  },
  'problem.share-gone': {
    zh: '网络盘连不上，{file} 没存上\n等它恢复，或先存到别处。',
    en: 'The network drive does not answer; {file} was not saved\nWait for it, or save elsewhere for now.',
  },
  'problem.open-elsewhere': {
    zh: '{file} 在另一个窗口里开着，没存上\n换一个名字，或到那个窗口里改。',
    en: '{file} is open in another window and was not saved\nChoose another name, or work in that window.',
  },
  'problem.journal-failed': {
    zh: '改动没能记下，断电或出错时会丢\n先保存一次。',
    en: 'Changes cannot be journaled; a crash would lose them\nSave the page now.',
  },
  'problem.journal-disk-full': {
    zh: '磁盘已满，改动没能记下\n腾出空间，先保存一次。',
    en: 'The disk is full; changes cannot be journaled\nFree some space and save the page.',
  },
  'problem.not-a-regular-file': {
    zh: '{file} 是文件夹或设备，没有写\n换一个名字。',
    en: '{file} is a folder or a device and was not written\nChoose another name.',
  },
  'problem.write-failed': {
    zh: '{file} 没存上，原来的文件没有动\n换一个地方再存。',
    en: '{file} was not saved and the old file is untouched\nSave it elsewhere.',
  },
  'problem.not-a-folder': {
    zh: '{file} 不是文件夹\n换一个名字。',
    en: '{file} is not a folder\nChoose another name.',
  },
  'problem.archive-inside': {
    zh: '{file} 就是原稿的文件夹，或在它里面\n把结果写到它外面。',
    en: '{file} is the folder of the dumps, or inside it\nWrite the results outside of it.',
  },
  'problem.archive-empty': {
    zh: '{file} 里没有 .txt 文本\n看看文件夹对不对。',
    en: 'There is no .txt file in {file}\nCheck the folder.',
  },
  'problem.archive-folder-twice': {
    zh: '{file} 指向已经读过的文件夹，没有再读\n去掉这个链接。',
    en: '{file} leads to a folder that is read already; it was passed over\nRemove this link.',
  },
  'problem.archive-name-clash': {
    zh: '{file} 和 {other} 都会写成 {output}，都没有读\n给其中一份改名。',
    en: '{file} and {other} would both become {output}; neither was read\nRename one of them.',
  },
  'problem.archive-foreign-output': {
    zh: '{file} 的结果没存上：{output} 是别的文件\n移走它，或换一个文件夹。',
    en: 'The result of {file} was not saved: {output} is another kind of file\nMove that, or choose another folder.',
  },
  'problem.archive-crashed': {
    zh: '读 {file} 时程序出了错：{detail}\n把这份文件和这句话一起告诉我们。',
    en: 'The program failed on {file}: {detail}\nReport this together with the file.',
  },
  'problem.archive-too-slow': {
    zh: '{file} 读了 {seconds} 秒还没完，跳过了\n看看它是不是一个版的文字。',
    en: '{file} was given up after {seconds} seconds\nCheck that it is the text of a page.',
  },
  'bug.title': { zh: '版心出了错', en: 'Something went wrong in Banxin' },
  'bug.text': {
    zh: '窗口还在，可以先把版面另存一份再重开。\n\n{detail}',
    en: 'The window is still there: save a copy of the page, then restart.\n\n{detail}',
  },
} as const satisfies Record<string, Text>
