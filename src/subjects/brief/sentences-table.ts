import type { TableView } from '../../show/tables/table-view.js';
import type { Sentence } from './sentence.js';

/** The sentences of the first page as a table: from the result of `deriveSentences`. */
export function sentencesTable(sentences: readonly Sentence[]): TableView {
  return {
    name: 'key-sentences',
    title: '要情',
    columns: [
      { key: 'topic', label: '事项', kind: 'text' },
      { key: 'text', label: '内容', kind: 'text', sources: 'refs' },
      { key: 'table', label: '出自表', kind: 'text', csvOnly: true },
    ],
    rows: sentences.map((sentence) => ({ ...sentence })),
    notes: ['由重到轻，最多七条；没有数字支持的不说。'],
  };
}
