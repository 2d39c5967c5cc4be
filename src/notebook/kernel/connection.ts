import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The five sockets of a Jupyter kernel. */
export const CHANNELS = ['shell', 'iopub', 'stdin', 'control', 'hb'] as const;

/** TCP port of every channel. */
export type Ports = Record<`${(typeof CHANNELS)[number]}_port`, number>;

/** What a Jupyter connection file says. */
export interface Connection extends Ports {
  transport: string;
  ip: string;
  key: string;
  signature_scheme: string;
}

/** A connection file that the client wrote for one kernel, readable by its owner only. */
export interface ConnectionFile {
  file: string;
  key: string;
  remove: () => Promise<void>;
}

/** Writes a connection file with ports 0: the kernel binds free ones and tells them, so no two choose the same. */
export async function writeConnectionFile(): Promise<ConnectionFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundwatch-kernel-'));
  const file = path.join(folder, 'connection.json');
  const connection: Connection = {
    transport: 'tcp',
    ip: '127.0.0.1',
    key: randomUUID(),
    signature_scheme: 'hmac-sha256',
    ...(Object.fromEntries(CHANNELS.map((channel) => [`${channel}_port`, 0])) as Ports),
  };
  await writeFile(file, JSON.stringify(connection), { mode: 0o600 });
  return { file, key: connection.key, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Reads a connection file written by Jupyter or by {@link writeConnectionFile}. Throws if it is none. */
export async function readConnectionFile(file: string): Promise<Connection> {
  const connection: Connection = JSON.parse(await readFile(file, 'utf8'));
  for (const channel of CHANNELS)
    if (!Number.isInteger(connection[`${channel}_port`])) throw new TypeError(`${file}: ${channel}_port is missing`);
  if (connection.key !== '' && connection.signature_scheme !== 'hmac-sha256')
    throw new TypeError(`${file}: signature scheme ${connection.signature_scheme} is not supported`);
  return connection;
}

/** ZeroMQ address of a channel; port 0 becomes `*`, any free port. */
export function addressOf(connection: Pick<Connection, 'transport' | 'ip'>, port: number): string {
  const separator = connection.transport === 'ipc' ? '-' : ':';
  return `${connection.transport}://${connection.ip}${separator}${port === 0 ? '*' : port}`;
}
