/** Chinese surnames of one character, the Hundred Family Surnames with the common later ones. */
const SINGLE = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦' +
    '昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹' +
    '姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐' +
    '邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁' +
    '荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武' +
    '符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵' +
    '冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿' +
    '满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红' +
    '游竺权逯盖益桓公岳帅缑亢况郈有琴佟商牟佘佴伯赏墨哈谯笪年爱阳言福覃肖付闫邸仝丛',
)

const COMPOUND =
  /^(?:欧阳|司徒|司马|上官|诸葛|闻人|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|夏侯|轩辕|独孤|南宫|西门|东郭|百里|呼延|第五)/u

/**
 * Whether a word reads as a person's name: a known surname and one or two characters more. Without the list
 * every place and bureau of two to four characters would be a name.
 */
export function isPersonName(word: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return false
  const characters = [...word]
  return COMPOUND.test(word) || (SINGLE.has(characters[0]!) && characters.length <= 3)
}
