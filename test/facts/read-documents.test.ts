import { expect, test } from 'vitest';
import { describeFinding } from '../../src/facts/finding.js';
import { openFund } from '../../src/facts/fund.js';
import { FIGURES, lines, workspace } from '../fixtures/workspace.js';

const DOCUMENTS = 'document,title,issuer,date,file,note';
const ACCEPTED = 'rule,sheet,cell,value,message,reason,date';
const OWN = 'zhuzhou-2023Q1-workbook,一季度报表,未印,未印,data/zhuzhou/2023Q1/source/workbook.csv,导入';
const ROW = `攸县,resident,cumulativeBalance,,,actual,100.00,万元,zhuzhou-2023Q1-workbook 表!B8 攸县`;

function root(documents: string[], accepted: string[] = []): string {
  return workspace({
    'zhuzhou/2023Q1/x.csv': lines(FIGURES, ROW),
    'zhuzhou/2023Q1/source/workbook.csv': 'x',
    'zhuzhou/2023Q1/documents.csv': lines(DOCUMENTS, ...documents),
    ...(accepted.length > 0 ? { 'zhuzhou/2023Q1/accepted.csv': lines(ACCEPTED, ...accepted) } : {}),
  });
}

test('A period brings documents of its own, and those cited are the documents of the fund', () => {
  const unused = 'other,另一份,未印,未印,data/zhuzhou/2023Q1/source/workbook.csv,';
  const fund = openFund('', '2023Q1', root([OWN, unused]));
  expect(fund.findings).toEqual([]);
  expect(fund.documents).toEqual([
    {
      id: 'zhuzhou-2023Q1-workbook',
      title: '一季度报表',
      issuer: '未印',
      date: '未印',
      file: 'data/zhuzhou/2023Q1/source/workbook.csv',
      note: '导入',
    },
  ]);
  expect(fund.files).toContain('data/zhuzhou/2023Q1/documents.csv');
});

test('A document of a name that is taken, or whose file is missing, is an error', () => {
  const fund = openFund('', '2023Q1', root([OWN, OWN.replace('workbook.csv', 'x.xls'), 'zhuzhou-2022,x,,,data,']));
  expect(fund.findings.map(describeFinding)).toEqual([
    'data/zhuzhou/2023Q1/documents.csv 第 3 行 document“zhuzhou-2023Q1-workbook”：这个代号已有别的文件使用',
    'data/zhuzhou/2023Q1/documents.csv 第 3 行 file“data/zhuzhou/2023Q1/source/x.xls”：文件不存在',
    'data/zhuzhou/2023Q1/documents.csv 第 4 行 document“zhuzhou-2022”：这个代号已有别的文件使用',
  ]);
});

test('Accepted doubts are read as they were said, without what keeps a spreadsheet from running them', () => {
  const row = `identity,表,B8,-5.00,余额不符,'=已核对,2023-04-13`;
  const fund = openFund('', '2023Q1', root([OWN], [row]));
  expect(fund.accepted).toEqual([
    {
      rule: 'identity',
      sheet: '表',
      cell: 'B8',
      value: '-5.00',
      message: '余额不符',
      reason: '=已核对',
      date: '2023-04-13',
    },
  ]);
  expect(fund.files).toContain('data/zhuzhou/2023Q1/accepted.csv');
});

test('A doubt accepted without a reason is an error', () => {
  const fund = openFund('', '2023Q1', root([OWN], ['identity,表,B8,,余额不符,,2023-04-13']));
  expect(fund.findings.map(describeFinding)).toEqual([
    'data/zhuzhou/2023Q1/accepted.csv 第 2 行 reason“”：认可疑点必须写明规则、疑点、理由和日期',
  ]);
  expect(fund.accepted).toEqual([]);
});

test('A period of which there is only the form has no data yet; whoever asks for it is told to import', () => {
  const folder = workspace({
    'zhuzhou/2022/x.csv': lines(FIGURES, ROW.replace('2023Q1-workbook 表!B8', '2022 L1')),
    'zhuzhou/2023Q1/intake.xlsx': 'a form',
  });
  expect(openFund('', '', folder).period).toBe('2022');
  const message = '株洲市“2023Q1”这一期还没有导入，请运行 npx fundwatch import data/zhuzhou/2023Q1/intake.xlsx';
  expect(() => openFund('', '2023Q1', folder)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});
