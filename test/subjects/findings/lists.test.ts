import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '../../../src/facts/read-reference.js';
import { LISTS_FILE, openLists } from '../../../src/subjects/findings/lists.js';
import { lines, PROJECT, workspace } from '../../fixtures/workspace.js';

test('The lists of the documents name parts of the glossary', () => {
  const lists = openLists({ root: PROJECT, reference: readReference(PROJECT) });
  // changning-2023 L27 lists five main items.
  expect(lists.filter(({ indicator, kind }) => indicator === 'projectExpenditure' && kind === 'main')).toHaveLength(5);
});

test('What is wrong with a list is told by its cell', () => {
  const root = workspace({});
  writeFileSync(path.join(root, LISTS_FILE), lines('indicator,category,kind,source', 'projectExpenditure,roads,all,'));
  expect(() => openLists({ root, reference: readReference(root) })).toThrow(
    [
      'category“roads”：不是 categories.csv 里这个指标的分项',
      'kind“all”：应为 main（主要）或 some（其中）',
      'source“”：没有写来源，应写明文件和位置',
    ]
      .map((fault) => `${LISTS_FILE} 第 2 行 ${fault}`)
      .join('\n'),
  );
});
