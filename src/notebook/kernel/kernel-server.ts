import { Publisher, Reply, Router } from 'zeromq';
import { addressOf, CHANNELS, type Connection, type Ports } from './connection.js';
import { CellOutput } from './kernel-output.js';
import type { Session } from './kernel-session.js';
import { pendingResources, settle } from './kernel-settle.js';
import { requireOfTslab } from './kernel-tslab.js';
import { createHeader, decodeMessage, encodeMessage, type Message, PROTOCOL_VERSION } from './wire.js';

type Content = Record<string, unknown>;

/** After a failed cell, requests that were already under way are refused for this long, in milliseconds. */
const ABORTING_MS = 100;

/** Speaks Jupyter for a {@link Session}: one socket a channel, one request of the shell channel at a time. */
export class KernelServer {
  #connection: Connection;
  #session: Session;
  #shutDown: () => void;
  #executionCount = 0;
  #aborting = false;
  // No high water marks: a full queue would drop messages, and the amount is limited where cells print.
  #sockets = {
    shell: new Router({ sendHighWaterMark: 0, linger: 1000 }),
    iopub: new Publisher({ sendHighWaterMark: 0, linger: 1000 }),
    stdin: new Router(),
    control: new Router({ sendHighWaterMark: 0, linger: 1000 }),
    hb: new Reply(),
  };

  constructor(connection: Connection, session: Session, shutDown: () => void) {
    this.#connection = connection;
    this.#session = session;
    this.#shutDown = shutDown;
  }

  /** Binds all sockets and answers from then on. Resolves with the ports bound. */
  async listen(): Promise<Ports> {
    const sockets = this.#sockets;
    const ports: Partial<Ports> = {};
    for (const channel of CHANNELS) {
      await sockets[channel].bind(addressOf(this.#connection, this.#connection[`${channel}_port`]));
      ports[`${channel}_port`] = Number(sockets[channel].lastEndpoint?.split(':').at(-1));
    }
    void this.#answer(sockets.shell);
    void this.#answer(sockets.control);
    void this.#echo();
    return ports as Ports;
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#sockets.hb) await this.#sockets.hb.send(frames);
  }

  async #answer(socket: Router): Promise<void> {
    for await (const frames of socket) {
      const request = decodeMessage(this.#connection.key, frames);
      if (request === null) continue;
      this.#publish('status', { execution_state: 'busy' }, request);
      const content = await this.#reply(request);
      if (content !== null) {
        const type = request.header.msg_type.replace(/_request$/, '_reply');
        await socket.send(this.#encode(type, { content, identities: request.identities }, request));
      }
      this.#publish('status', { execution_state: 'idle' }, request);
      if (request.header.msg_type === 'shutdown_request') this.#shutDown();
    }
  }

  /** What is said in answer to a request, and to whom. */
  #encode(type: string, said: Pick<Message, 'content' | 'identities'>, { header: parent }: Message) {
    const header = createHeader(type, parent.session);
    return encodeMessage(this.#connection.key, { ...said, header, parent_header: parent, metadata: {} });
  }

  #publish(type: string, content: Content, request: Message): void {
    void this.#sockets.iopub.send(this.#encode(type, { content, identities: [Buffer.from(type)] }, request));
  }

  async #reply(request: Message): Promise<Content | null> {
    const { content } = request;
    const code = String(content.code ?? '');
    const position = Number(content.cursor_pos ?? 0);
    switch (request.header.msg_type) {
      case 'kernel_info_request':
        return kernelInfo();
      case 'execute_request':
        return this.#execute(request, code);
      case 'is_complete_request': {
        const { isCompleteCode } = requireOfTslab('./dist/converter.js') as typeof import('tslab/dist/converter.js');
        const { completed, indent } = isCompleteCode(code);
        return completed ? { status: 'complete' } : { status: 'incomplete', indent: indent ?? '' };
      }
      case 'complete_request': {
        const { start, end, candidates } = this.#session.executor.complete(code, position);
        return { status: 'ok', matches: candidates, cursor_start: start, cursor_end: end, metadata: {} };
      }
      case 'inspect_request': {
        const { printQuickInfo } = requireOfTslab('./dist/inspect.js') as typeof import('tslab/dist/inspect.js');
        const info = this.#session.executor.inspect(code, position);
        const data = info ? { 'text/plain': printQuickInfo(info) } : {};
        return { status: 'ok', found: Boolean(info), data, metadata: {} };
      }
      case 'comm_info_request':
        return { status: 'ok', comms: {} };
      case 'history_request':
        return { status: 'ok', history: [] };
      case 'interrupt_request':
        this.#session.interrupt();
        return { status: 'ok' };
      case 'shutdown_request':
        return { status: 'ok', restart: content.restart === true };
      case 'fundwatch_settle_request':
        await settle(Number(content.milliseconds ?? 0));
        return { status: 'ok', pending: pendingResources() };
      default:
        return null;
    }
  }

  async #execute(request: Message, code: string): Promise<Content> {
    if (this.#aborting) return { status: 'aborted', execution_count: this.#executionCount };
    const executionCount = ++this.#executionCount;
    const publish = (type: string, content: Content) => this.#publish(type, content, request);
    publish('execute_input', { code, execution_count: executionCount });
    const error = await this.#session.run(code, {
      executionCount,
      output: new CellOutput(publish),
      reportLate: (late) => publish('error', { ...late }),
    });
    if (error === null) return { status: 'ok', execution_count: executionCount, payload: [], user_expressions: {} };
    publish('error', { ...error });
    if (request.content.stop_on_error !== false) {
      this.#aborting = true;
      setTimeout(() => {
        this.#aborting = false;
      }, ABORTING_MS).unref();
    }
    return { status: 'error', execution_count: executionCount, ...error };
  }
}

function kernelInfo(): Content {
  return {
    status: 'ok',
    protocol_version: PROTOCOL_VERSION,
    implementation: 'fundwatch',
    implementation_version: '1.0',
    banner: 'fundwatch (TypeScript)',
    help_links: [],
    language_info: {
      name: 'typescript',
      version: requireOfTslab('@tslab/typescript-for-tslab/package.json').version,
      mimetype: 'text/typescript',
      file_extension: '.ts',
      // JupyterLab takes `mode`, the classic notebook takes `name` with `typescript`.
      codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    },
  };
}
