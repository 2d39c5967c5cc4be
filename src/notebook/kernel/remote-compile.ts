import type { ConvertResult } from 'tslab/dist/converter.js';
import type { Compile } from './kernel-compiler.js';

/** A process at the other end of a channel. */
interface Peer {
  onMessage: (listener: (message: unknown) => void) => void;
  send: (message: object) => void;
}

interface CompileRequest {
  compile: number;
  cell: Parameters<Compile>;
}

interface CompileReply {
  compiled: number;
  result?: ConvertResult;
  error?: string;
}

/** A function that has cells compiled by a peer which answers with {@link answerCompileRequests}. */
export function compileIn(peer: Peer): Compile {
  let last = 0;
  const waiting = new Map<number, (reply: CompileReply) => void>();
  peer.onMessage((message) => {
    const reply = message as CompileReply;
    waiting.get(reply.compiled)?.(reply);
    waiting.delete(reply.compiled);
  });
  return async (...cell) => {
    const id = ++last;
    const replied = new Promise<CompileReply>((resolve) => waiting.set(id, resolve));
    const request: CompileRequest = { compile: id, cell };
    peer.send(request);
    const { result, error } = await replied;
    if (result === undefined) throw new Error(error);
    return result;
  };
}

/** Compiles whatever the peer asks for. */
export function answerCompileRequests(peer: Peer, compile: Compile): void {
  peer.onMessage(async (message) => {
    const { compile: id, cell } = message as CompileRequest;
    if (id === undefined) return;
    const reply: CompileReply = { compiled: id };
    try {
      reply.result = await compile(...cell);
    } catch (reason) {
      reply.error = reason instanceof Error ? reason.message : String(reason);
    }
    peer.send(reply);
  });
}

/** The process that started this one. */
export const parent: Peer = {
  onMessage: (listener) => process.on('message', listener),
  send: (message) => process.send?.(message),
};
