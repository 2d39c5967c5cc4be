import type { NotebookProgress } from '../../notebook/run/run-notebooks.js';

/**
 * Shows progress on stderr: a bar that redraws itself on a terminal, one plain line a finished notebook otherwise.
 * `clear()` removes the bar before other text is written.
 */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #state = new Map<string, NotebookProgress>();
  readonly #startedAt = performance.now();

  constructor(notebooks: readonly string[], stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
    for (const notebook of notebooks) this.#state.set(notebook, { notebook, cell: 0, cells: 1, state: 'running' });
  }

  update(event: NotebookProgress): void {
    const before = this.#state.get(event.notebook)?.state;
    this.#state.set(event.notebook, event);
    if (this.#stream.isTTY) this.#draw();
    else if (event.state !== 'running' && event.state !== before) this.#stream.write(`${this.#line(event)}\n`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[2K');
  }

  #line({ notebook, state }: NotebookProgress): string {
    const seconds = ((performance.now() - this.#startedAt) / MS_PER_SECOND).toFixed(1);
    return `${state === 'done' ? '完成' : '出错'} ${notebook}（${seconds} 秒）`;
  }

  #draw(): void {
    const events = [...this.#state.values()];
    const share = events.reduce((sum, event) => sum + event.cell / Math.max(1, event.cells), 0) / events.length;
    const filled = Math.round(share * BAR_WIDTH);
    const done = events.filter((event) => event.state !== 'running').length;
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
    this.#stream.write(`\r\x1b[2K${bar} 笔记本 ${done}/${events.length}`);
  }
}

const BAR_WIDTH = 24;
const MS_PER_SECOND = 1000;
