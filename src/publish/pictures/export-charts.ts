import type { Browser } from 'puppeteer-core';
import type { Chart } from '../../show/charts/chart.js';
import { BrowserNotFoundError, launchBrowser } from './browser.js';
import { type ChartPage, type ExportedChart, openChartPage } from './chart-page.js';

export type { ExportedChart } from './chart-page.js';

/** Turns charts into pictures: one browser with one page, in which they are drawn one after another. */
export interface ChartExporter {
  /**
   * Draws a chart; calls wait for each other. A browser that dies or hangs is started again once per chart.
   * Throws a Chinese message that names the chart, or the reason of the abort signal.
   */
  export(chart: Chart): Promise<ExportedChart>;
  /** Name and version of the browser that draws, such as `HeadlessChrome/147.0`; empty when none could be started. */
  browserVersion(): Promise<string>;
  /** Ends the browser after the charts that were asked for. */
  close(): Promise<void>;
}

/** How an exporter is opened. */
export interface ExporterOptions {
  /** Ends the browser at once; charts that wait are rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Starts the browser. */
  launch?: () => Promise<Browser>;
  /** Longest time for one chart, in milliseconds. */
  timeoutMs?: number;
}

/** A running browser with its page. */
interface Session {
  version: string;
  page: ChartPage;
  /** Rejects when the browser or its page dies. */
  death: Promise<never>;
  isDead(): boolean;
  end(): Promise<void>;
}

/** Opens an exporter. It resolves at once while the browser starts; a browser that cannot be started fails the first chart. */
export async function openExporter(options: ExporterOptions = {}): Promise<ChartExporter> {
  return new QueuedExporter(options);
}

class QueuedExporter implements ChartExporter {
  readonly #signal: AbortSignal | undefined;
  readonly #launch: () => Promise<Browser>;
  readonly #timeoutMs: number;
  #session: Promise<Session>;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor({ signal, launch = launchBrowser, timeoutMs = 30_000 }: ExporterOptions) {
    this.#signal = signal;
    this.#launch = launch;
    this.#timeoutMs = timeoutMs;
    this.#session = this.#start();
    signal?.addEventListener('abort', this.#end, { once: true });
  }

  export(chart: Chart): Promise<ExportedChart> {
    if (this.#closed) return Promise.reject(new TypeError('the exporter is closed'));
    const exported = this.#queue.then(() => this.#exportOne(chart));
    this.#queue = exported.catch(() => {});
    return exported;
  }

  browserVersion(): Promise<string> {
    return this.#session.then(
      ({ version }) => version,
      () => '',
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
    this.#signal?.removeEventListener('abort', this.#end);
    await this.#end();
  }

  readonly #end = (): Promise<void> => this.#session.then(({ end }) => end()).catch(() => {});

  #start(): Promise<Session> {
    const starting = startSession(this.#launch, this.#signal);
    // Whoever exports a chart hears of it; until then nobody listens.
    starting.catch(() => {});
    return starting;
  }

  async #exportOne(chart: Chart): Promise<ExportedChart> {
    for (let attempt = 1; ; attempt++) {
      let current: Session | undefined;
      try {
        this.#signal?.throwIfAborted();
        current = await this.#session;
        return await withinTime(Promise.race([current.page.draw(chart), current.death]), this.#timeoutMs, current);
      } catch (error) {
        this.#signal?.throwIfAborted();
        const died = current?.isDead() ?? !(error instanceof BrowserNotFoundError);
        if (died) {
          await current?.end();
          this.#session = this.#start();
        }
        if (!died || attempt === 2) throw namedError(chart, error, died);
      }
    }
  }
}

async function startSession(launch: () => Promise<Browser>, signal?: AbortSignal): Promise<Session> {
  signal?.throwIfAborted();
  const browser = await launch();
  let dead = false;
  let die: (error: Error) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = (error) => {
      dead = true;
      reject(error);
    };
  });
  death.catch(() => {});
  browser.once('disconnected', () => die(new Error('浏览器意外退出')));
  const end = async (): Promise<void> => {
    dead = true;
    // A browser that hangs does not close when asked; one that only draws loses nothing by being killed.
    browser.process()?.kill('SIGKILL');
    await browser.close().catch(() => {});
  };
  const open = async (): Promise<ChartPage> => {
    const page = await browser.newPage();
    page.once('error', die);
    return openChartPage(page);
  };
  try {
    signal?.throwIfAborted();
    const page = await Promise.race([open(), death]);
    signal?.throwIfAborted();
    return { version: await browser.version(), page, death, isDead: () => dead, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Ends the session when the work takes too long, which makes it a death like any other. */
async function withinTime<T>(work: Promise<T>, timeoutMs: number, session: Session): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      void session.end();
      reject(new Error(`超过 ${timeoutMs / 1000} 秒没有画完`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function namedError(chart: Chart, cause: unknown, died: boolean): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const retried = died ? '（重新启动浏览器后再试，仍然失败）' : '';
  return new Error(`图表“${chart.title}”（${chart.name}）导出失败${retried}：${reason}`, { cause });
}
