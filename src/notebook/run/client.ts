import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Dealer, Subscriber } from 'zeromq';
import { addressOf, type ConnectionFile, type Ports, writeConnectionFile } from '../kernel/connection.js';
import { COMPILE_IN_PARENT, kernelCommand } from '../kernel/kernel-command.js';
import type { Compile } from '../kernel/kernel-compiler.js';
import { answerCompileRequests } from '../kernel/remote-compile.js';
import { createHeader, decodeMessage, encodeMessage, type Message } from '../kernel/wire.js';
import { KernelDied, KernelProcess } from './kernel-process.js';

const START_LIMIT_MS = 60_000;
const HANDSHAKE_MS = 20;
const CLOSE_GRACE_MS = 1500;

type Listener = (message: Message) => void;

/** A request to the kernel. */
type Asked = Pick<Message, 'content'> & { type: string };

/** How a kernel is started. */
export interface KernelOptions {
  /** Ends the start, and later the kernel, at once. */
  signal?: AbortSignal;
  /** Longest wait for a kernel that can answer, in milliseconds. Default: one minute. */
  startLimitMs?: number;
  /** Command and arguments; tests start something else than the project's kernel. */
  command?: (connectionFile: string) => string[];
  /** Compiles the kernel's cells; without it the kernel does that itself, as it must for an editor. */
  compile?: Compile;
}

/**
 * A kernel process and the conversation with it (Jupyter 5.3 over ZeroMQ). Every request rejects with
 * {@link KernelDied} when the process ends. Whoever starts a kernel closes or kills it.
 */
export class KernelClient {
  #process: KernelProcess;
  #file: ConnectionFile;
  #session = randomUUID();
  #shell = new Dealer({ linger: 0 });
  #control = new Dealer({ linger: 0 });
  #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  #replies = new Map<string, Listener>();
  #broadcasts = new Map<string, Listener>();
  #languageInfo: unknown;

  private constructor(file: ConnectionFile, options: KernelOptions) {
    this.#file = file;
    const command = (options.command ?? kernelCommand)(file.file);
    this.#process = new KernelProcess(options.compile ? [...command, COMPILE_IN_PARENT] : command);
    if (options.compile) answerCompileRequests(this.#process, options.compile);
    const abort = () => this.kill();
    options.signal?.addEventListener('abort', abort);
    void this.#process.gone.then(() => {
      options.signal?.removeEventListener('abort', abort);
      for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
      return file.remove();
    });
  }

  /** Starts a kernel that answers on all channels; one that dies or is aborted before rejects and leaves no process. */
  static async start(options: KernelOptions = {}): Promise<KernelClient> {
    options.signal?.throwIfAborted();
    const client = new KernelClient(await writeConnectionFile(), options);
    if (options.signal?.aborted) client.kill();
    let late = false;
    const limitMs = options.startLimitMs ?? START_LIMIT_MS;
    const limit = setTimeout(() => {
      late = true;
      client.kill();
    }, limitMs);
    try {
      const ports = new Promise<Ports>((resolve) => {
        client.#process.onMessage((message) => {
          const { ports } = message as { ports?: Ports };
          if (ports) resolve(ports);
        });
      });
      await client.#connect(await Promise.race([ports, client.#process.died]));
      // The kernel has read it; left until the end, it would stay behind when this process is killed.
      await client.#file.remove();
      return client;
    } catch (error) {
      client.kill();
      await client.#process.gone;
      options.signal?.throwIfAborted();
      throw late ? new KernelDied(null, null, `no answer within ${limitMs} ms`) : error;
    } finally {
      clearTimeout(limit);
    }
  }

  /** Process id of the kernel. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** What the kernel says of its language, for a notebook's metadata. */
  get languageInfo(): unknown {
    return this.#languageInfo;
  }

  /** Executes code, resolves with the reply's content; `onMessage` gets what the cell publishes, later too. */
  async execute(code: string, onMessage: Listener): Promise<Record<string, unknown>> {
    const options = {
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    };
    const content = { code, ...options };
    return (await this.#request(this.#shell, { type: 'execute_request', content }, onMessage)).content;
  }

  /** Waits until the kernel has nothing under way any more, at most so many milliseconds. */
  async settle(milliseconds: number): Promise<void> {
    await this.#request(this.#shell, { type: 'fundwatch_settle_request', content: { milliseconds } });
  }

  /** Stops the running cell, if it lets itself be stopped; its request then answers with an error. */
  interrupt(): void {
    // On Windows a signal would end the process; a message stops at least a cell that waits.
    if (process.platform === 'win32')
      this.#request(this.#control, { type: 'interrupt_request', content: {} }).catch(() => {});
    else this.#process.signal('SIGINT');
  }

  /** Ends the process at once, without waiting. */
  kill(): void {
    this.#process.signal('SIGKILL');
  }

  /** Asks the kernel to end, insists after a moment, and resolves when no process is left. */
  async close(): Promise<void> {
    const insist = setTimeout(() => this.kill(), CLOSE_GRACE_MS);
    this.#request(this.#control, { type: 'shutdown_request', content: { restart: false } }).catch(() => {});
    await this.#process.gone;
    clearTimeout(insist);
  }

  async #connect(ports: Ports): Promise<void> {
    const at = (port: number) => addressOf({ transport: 'tcp', ip: '127.0.0.1' }, port);
    this.#shell.connect(at(ports.shell_port));
    this.#control.connect(at(ports.control_port));
    this.#iopub.connect(at(ports.iopub_port));
    this.#iopub.subscribe();
    for (const socket of [this.#shell, this.#control]) void this.#listen(socket, this.#replies);
    void this.#listen(this.#iopub, this.#broadcasts);
    // A subscription takes effect late: ask again until an answer's broadcasts arrive too.
    for (;;) {
      const answered = this.#request(this.#shell, { type: 'kernel_info_request', content: {} });
      const reply = await Promise.race([answered, sleep(HANDSHAKE_MS, null)]);
      answered.catch(() => {});
      if (reply === null) continue;
      this.#languageInfo = reply.content.language_info;
      return;
    }
  }

  async #listen(socket: Dealer | Subscriber, listeners: Map<string, Listener>): Promise<void> {
    for await (const frames of socket) {
      const message = decodeMessage(this.#file.key, frames);
      if (message) listeners.get(message.parent_header.msg_id ?? '')?.(message);
    }
  }

  /** Sends a request; resolves with its reply once the kernel has also said that it is idle again. */
  async #request(socket: Dealer, { type, content }: Asked, onMessage?: Listener): Promise<Message> {
    const header = createHeader(type, this.#session);
    const id = header.msg_id;
    const replied = new Promise<Message>((resolve) => this.#replies.set(id, resolve));
    const idle = new Promise<void>((resolve, reject) =>
      this.#broadcasts.set(id, (message) => {
        try {
          if (message.header.msg_type !== 'status') onMessage?.(message);
          else if (message.content.execution_state === 'idle') resolve();
        } catch (reason) {
          // What a listener throws is its caller's, not the conversation's.
          reject(reason);
        }
      }),
    );
    idle.catch(() => {});
    try {
      const message = { identities: [], header, parent_header: {}, metadata: {}, content };
      // A socket closed under a request is a kernel that died; `died` tells it better.
      const sent = socket.send(encodeMessage(this.#file.key, message)).catch(() => this.#process.died);
      const [reply] = await Promise.race([Promise.all([replied, idle, sent]), this.#process.died]);
      return reply;
    } finally {
      this.#replies.delete(id);
      if (onMessage === undefined) this.#broadcasts.delete(id);
    }
  }
}
