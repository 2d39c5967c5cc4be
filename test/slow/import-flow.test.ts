import { readFileSync, rmSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { FilledForm } from './filled-form.js';
import { WorkspaceCopy } from './workspace-copy.js';

/** The way of an analyst with the commands that she types. Everything she fills in is made up. */
const copy = new WorkspaceCopy();
const form = copy.file('data/zhuzhou/2023Q1/intake.xlsx');

afterAll(() => copy.remove());

/** The lines of a message that name a cell. */
const about = (text: string, cell: string): string[] => text.split('\n').filter((line) => line.includes(cell));

test('A fresh form has nothing to import, and says so without a doubt', async () => {
  const made = await copy.run('new', '--place', 'zhuzhou', '--period', '2023Q1');
  expect(made).toMatchObject({ code: 0, stdout: 'data/zhuzhou/2023Q1/intake.xlsx\n' });
  const empty = await copy.run('import', form);
  expect(empty.code).toBe(1);
  expect(empty.stderr).not.toMatch(/^(错误|疑点)/m);
  expect(empty.stderr).toContain('整张表没有填（9 项）');
  expect(empty.stderr).toContain('没有读到任何数。');
});

test('Five mistakes are named by their cells at once, and the data stay as they are', async () => {
  const filled = await FilledForm.fill(form);
  // The six pools have 735,294 + 6 × 10 = 735,354 employees.
  filled.type('参保人数', { A6: '悠县', B11: 735_345 });
  // 4,721.14 + 3,200 − 3,210 = 4,711.14, with the digits behind the point in the wrong order.
  filled.type('居民累计结余分析表', { G9: '1,46', B10: 4711.41 });
  // 3,300 万元 in yuan.
  filled.type('当期收支', { D20: 33_000_000 });
  await filled.save(form);
  const before = copy.contents('data');
  const { code, stderr } = await copy.run('import', form);

  expect(code).toBe(1);
  expect(copy.contents('data')).toEqual(before);
  expect(stderr).toContain('错误 2 项');
  expect(about(stderr, '参保人数!A6“悠县”').join()).toContain('可能是“攸县”');
  expect(about(stderr, '居民累计结余分析表!G9“1,46”').join()).toContain('应付未付款应为数字（万元）');
  // Three places explain every doubt; what only follows from them stands below.
  expect(stderr.split('\n').filter((line) => /^ {2}（\d）/.test(line))).toEqual([
    expect.stringMatching(/参保人数!B11 735,345 → 735,354 人（相邻两位数字颠倒）$/),
    expect.stringMatching(/居民累计结余分析表!B10 4,711\.41 → 4,711\.14 万元（相邻两位数字颠倒）$/),
    expect.stringMatching(/当期收支!D20 33,000,000\.00 → 3,300\.00 万元（大了 1 万倍/),
  ]);
  expect(stderr).not.toContain('其余疑点');
  expect(stderr).toMatch(/没有导入，数据没有改动。\n$/);
});

test('The corrected form is imported, and a rerun takes the new quarter by itself', async () => {
  const filled = await FilledForm.fill(form);
  filled.type('参保人数', { A6: '攸县', B11: 735_354 });
  await filled.save(form);
  const imported = await copy.run('import', form);
  expect(imported.stderr).not.toMatch(/^(错误|疑点)/m);
  expect(imported).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('下一步：npm start（重算株洲市2023年一季度）'),
  });

  const rerun = await copy.run('rerun');
  expect(rerun.stderr).not.toContain('出错');
  expect(rerun).toMatchObject({ code: 0, stdout: `${copy.file('output/zhuzhou/2023Q1/index.html')}\n` });
  const page = readFileSync(copy.file('output/zhuzhou/2023Q1/index.html'), 'utf8');
  // 渌口区 is pool 2: 4,711.14 − (120 + 50) = 4,541.14, and 4,541.14 ÷ 920 = 4.9360….
  expect(page).toContain('实际结余 4,541.14 万元 ÷ 月平均支出 920 万元');
  expect(page).toContain('>4.94</a>');
  const facts = readFileSync(copy.file('output/zhuzhou/2023Q1/facts.html'), 'utf8');
  expect(facts).toContain(`documents/zhuzhou-2023Q1-workbook.html#${encodeURIComponent('居民累计结余分析表!B10')}`);
});

test('A statement of the office that contradicts itself is imported with a reason, which is asked for once', async () => {
  rmSync(copy.file('output'), { recursive: true, force: true });
  const file = copy.file('statement.xlsx');
  const book = new ExcelJS.Workbook();
  // The total leaves 攸县 out: 26,351.33 + 25,919.74 = 52,271.07.
  book
    .addWorksheet('结余')
    .addRows([
      ['城乡居民累计结余分析表'],
      ['统筹区名称：株洲市', '2023年2季度', '', '单位：元'],
      ['单位名称', '期末累计结余', '一次性预缴款', '月平均基金支出'],
      ['', '万元', '万元', '万元/月'],
      ['攸  县', 12634, '-', 5890.95],
      ['醴陵市', 26351.33, '-', 5500],
      ['茶陵县', 25919.74, '-', 3000],
      ['合  计', 52271.07, '-', 14390.95],
      ['注：本表数字未经审计。'],
    ]);
  await book.xlsx.writeFile(file);
  const refused = await copy.run('import', file);
  expect(refused.code).toBe(1);
  expect(about(refused.stderr, '结余!B8').join()).toContain('差额恰为 B5 攸县 12634，可能没有计入');
  expect(refused.stderr).toContain('表上写的单位是元，栏目写的是万元，按栏目的单位读');
  const reason = '原表合计漏加攸县';
  const accepted = await copy.run('import', file, '--accept', reason);
  expect(accepted).toMatchObject({ code: 0, stdout: expect.stringContaining(`按“${reason}”认可`) });
  const again = await copy.run('import', file);
  expect(again.code).toBe(0);
  expect(again.stderr).toContain(`认可：${reason}`);
  expect(again.stderr).not.toContain('结余!B8');
});
