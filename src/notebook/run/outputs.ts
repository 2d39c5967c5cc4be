import type { Message } from '../kernel/wire.js';
import type { NotebookOutput } from '../output.js';

/** Gathers the outputs of one cell from the kernel's messages, in notebook format. */
export class OutputCollector {
  readonly outputs: NotebookOutput[] = [];
  #displays: Map<string, NotebookOutput>;
  #onOutput: (output: NotebookOutput) => void;
  #reported = 0;

  /** `displays` are the notebook's displays by id, shared by its cells: a later cell may update an earlier display. */
  constructor(displays: Map<string, NotebookOutput>, onOutput: (output: NotebookOutput) => void) {
    this.#displays = displays;
    this.#onOutput = onOutput;
  }

  take({ header, content }: Message): void {
    const data = content.data as Record<string, unknown>;
    const metadata = (content.metadata ?? {}) as Record<string, unknown>;
    switch (header.msg_type) {
      case 'stream':
        this.#print(String(content.name), String(content.text));
        break;
      case 'display_data':
        this.add({ output_type: 'display_data', data, metadata }, displayId(content));
        break;
      case 'update_display_data': {
        const shown = this.#displays.get(displayId(content) ?? '');
        if (shown) Object.assign(shown, { data, metadata });
        break;
      }
      case 'execute_result': {
        const count = content.execution_count as number;
        this.add({ output_type: 'execute_result', execution_count: count, data, metadata });
        break;
      }
      case 'error': {
        const { ename, evalue, traceback } = content as { ename: string; evalue: string; traceback: string[] };
        this.add({ output_type: 'error', ename, evalue, traceback });
      }
    }
  }

  /** Adds an output; a display by its id, if a later one may update it. */
  add(output: NotebookOutput, id?: string): void {
    this.outputs.push(output);
    if (id !== undefined) this.#displays.set(id, output);
    this.finish();
  }

  /** Reports text that is still growing; call it when the cell is done. */
  finish(): void {
    for (const output of this.outputs.slice(this.#reported)) this.#onOutput(output);
    this.#reported = this.outputs.length;
  }

  #print(name: string, text: string): void {
    const last = this.outputs.at(-1);
    // Text that comes after the cell's end joins what was printed before, though that was reported already.
    if (last?.output_type === 'stream' && last.name === name) last.text = `${last.text}${text}`;
    else {
      this.finish();
      this.outputs.push({ output_type: 'stream', name, text });
    }
  }
}

function displayId(content: Message['content']): string | undefined {
  return (content.transient as { display_id?: string } | undefined)?.display_id;
}
