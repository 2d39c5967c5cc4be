import { StringDecoder } from 'node:string_decoder';

/** Most text that one cell may print, in characters: a loop that prints must not fill the memory of kernel and runner. */
export const TEXT_LIMIT = 1_000_000;

/** Most data that one cell may display, in characters of JSON. */
export const DISPLAY_LIMIT = 50_000_000;

const FLUSH_AT = 16_384;

type StreamName = 'stdout' | 'stderr';

/** A display as tslab hands it over. */
export interface Display {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  transient?: Record<string, unknown>;
}

/** What one cell prints and displays, in order, up to {@link TEXT_LIMIT} and {@link DISPLAY_LIMIT}. */
export class CellOutput {
  #publish: (type: string, content: Record<string, unknown>) => void;
  #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };
  #waiting = { name: 'stdout' as StreamName, text: '' };
  #textLeft = TEXT_LIMIT;
  #displayLeft = DISPLAY_LIMIT;

  constructor(publish: (type: string, content: Record<string, unknown>) => void) {
    this.#publish = publish;
  }

  /** Prints text. Pieces are gathered until the event loop turns, so that a thousand lines are not a thousand messages. */
  print(name: StreamName, chunk: string | Uint8Array): void {
    const text = typeof chunk === 'string' ? chunk : this.#decoders[name].write(Buffer.from(chunk));
    const kept = this.#keep(text);
    if (kept === '') return;
    if (this.#waiting.name !== name) this.flush();
    if (this.#waiting.text === '') setImmediate(() => this.flush());
    this.#waiting = { name, text: this.#waiting.text + kept };
    if (this.#waiting.text.length >= FLUSH_AT) this.flush();
  }

  /** The value of a cell's last expression. */
  result(text: string, executionCount: number): void {
    this.flush();
    const data = { 'text/plain': this.#keep(text) };
    this.#publish('execute_result', { data, metadata: {}, execution_count: executionCount });
  }

  /** Shows a bundle of media types. Throws a RangeError with a Chinese message if the cell shows too much. */
  display({ data, metadata, transient = {} }: Display, update: boolean): void {
    this.flush();
    const size = JSON.stringify(data).length;
    if (size > this.#displayLeft) throw new RangeError(`单元格显示的内容超过 ${DISPLAY_LIMIT / 1e6} MB 的上限，未显示`);
    this.#displayLeft -= size;
    this.#publish(update ? 'update_display_data' : 'display_data', { data, metadata: metadata ?? {}, transient });
  }

  /** Sends what is printed so far. */
  flush(): void {
    const { name, text } = this.#waiting;
    if (text === '') return;
    this.#waiting = { name, text: '' };
    this.#publish('stream', { name, text });
  }

  #keep(text: string): string {
    if (this.#textLeft < 0) return '';
    const kept = text.slice(0, this.#textLeft);
    this.#textLeft -= text.length;
    if (this.#textLeft >= 0) return kept;
    return `${kept}\n……（单元格的文字输出超过 ${TEXT_LIMIT / 1e4} 万字符，其余从略）\n`;
  }
}

/** Sends what is written to standard output and error to the cell that runs now or ran last. */
export function redirectStreams(current: () => CellOutput | null): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const original = process[name].write.bind(process[name]);
    process[name].write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      const output = current();
      if (output === null) return original(chunk);
      output.print(name, chunk);
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') process.nextTick(() => callback());
      return true;
    };
  }
}
