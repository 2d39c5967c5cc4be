import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { fontFilesFor, missingCharacters, subsetFontFor } from '../../../src/publish/fonts/font.js';
import { codePointsOf, toWoff } from '../../../src/publish/fonts/sfnt.js';

/** Characters that the embedded fonts of a style sheet really hold. */
async function drawable(css: string): Promise<string> {
  const fonts = [...css.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, base64 = '']) => Buffer.from(base64, 'base64'));
  const whole = await Promise.all(
    fonts.map((woff) => subsetFont(woff, null, { keepAllGlyphs: true, targetFormat: 'truetype' })),
  );
  const codes = new Set(whole.flatMap((sfnt) => [...codePointsOf(sfnt)]));
  return [...codes]
    .sort((a, b) => a - b)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

test('the embedded font draws exactly the characters of the text', async () => {
  const { css, missing } = await subsetFontFor('攸县 2022 攸县');
  expect(await drawable(css)).toBe(' 02县攸');
  expect(missing).toEqual([]);
});

test('the same characters in another order give the same font', async () => {
  const first = await subsetFontFor('株洲市，醴陵市 123');
  expect(await subsetFontFor('321 市陵醴，洲株株株')).toEqual(first);
});

test('a character that the font lacks is reported, and an invisible one is not', async () => {
  expect(await missingCharacters('攸\u{4dae}县\u{20bb7}\u200b\ufe0f\n')).toEqual(['\u{4dae}', '\u{20bb7}']);
});

test('signs of reports are drawn: minus, per mille, circled numbers, arrows, full-width forms', async () => {
  expect(await missingCharacters('−±×÷≥≤‰％①②⑩→↑↓▲▼●■◆“”‘’…—（）《》￥㎡℃')).toEqual([]);
});

test('each rule holds for regular and bold, and only for its characters', async () => {
  const { css } = await subsetFontFor('攸a');
  const rules = css.match(/@font-face\{[^}]*\}/g) ?? [];
  expect(rules).toHaveLength(2);
  expect(rules.every((rule) => rule.includes("font-family:'Fundwatch Sans';font-weight:400 700;"))).toBe(true);
  expect(rules.map((rule) => /unicode-range:([^}]+)\}/.exec(rule)?.[1])).toEqual(['U+61', 'U+6538']);
  expect(css).toContain('SIL Open Font License');
});

test('no text gives no font', async () => {
  expect((await subsetFontFor('')).css).not.toContain('@font-face');
});

test('font files for pages are named by the style sheet and bring their licence', async () => {
  const { css, files, missing } = await fontFilesFor('株洲市 2022');
  const named = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, name]) => name);
  expect(files.map(({ name }) => name)).toEqual([...named, 'OFL.txt']);
  expect(files.every(({ name, data }) => name === 'OFL.txt' || data.toString('latin1', 0, 4) === 'wOFF')).toBe(true);
  expect(files.at(-1)?.data.toString()).toContain('SIL Open Font License, Version 1.1');
  expect(missing).toEqual([]);
});

test('250 characters, more than any chart has, take less than 150 KB in a picture', async () => {
  const report = `株洲市芦淞荷塘石峰天元渌口醴陵攸县茶炎各统筹区职工居民基本医疗保险基金收入支出当期累计结余可支付月数预警等级参保人数
    在退休同比增长年季度单位万元亿二〇一三四五六七八九十零点个百分为比其中主要原因是受门诊共济改革影响待遇提高住院率上升以及
    次均费用增加较快征缴扩面力减少财政补助资到账时间推迟异地就直接算特殊病种药品集采价格降低慢性大城乡困难群众救拨款按规定
    报销政策范围内例控制总额预执行进完成全部目标任务风险监管协议机构违规追回查处案件信用体系建设服务窗口网办理流程生育津贴
    新冠疫情防控阶段性减免企业费率调整下半补缴灵活就业人员转移接续银行利息其他项余额赤字超扣除准备公务补充`;
  const characters = [...new Set(report)].slice(0, 250);
  expect(characters).toHaveLength(250);
  expect((await subsetFontFor(characters.join(''))).css.length).toBeLessThan(150_000);
});

test('WOFF states its own length and the number of tables, as its readers demand', async () => {
  const woff = (await fontFilesFor('攸')).files[0]?.data ?? Buffer.alloc(0);
  const sfnt = await subsetFont(woff, null, { keepAllGlyphs: true, targetFormat: 'truetype' });
  const again = toWoff(sfnt);
  expect(again.readUInt32BE(8)).toBe(again.length);
  expect(again.readUInt32BE(16)).toBe(sfnt.length);
  expect(again.readUInt16BE(12)).toBe(sfnt.readUInt16BE(4));
});
