import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Dealer } from 'zeromq';
import { CHANNELS } from '../../src/notebook/kernel/connection.js';
import { kernelCommand, PROJECT_ROOT } from '../../src/notebook/kernel/kernel-command.js';
import { createHeader, decodeMessage, encodeMessage, type Message } from '../../src/notebook/kernel/wire.js';
import { KernelClient } from '../../src/notebook/run/client.js';
import { runningAfter } from './running-processes.js';

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

test('A kernel started by Jupyter answers on the ports given and ends when asked to', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundwatch-jupyter-'));
  const file = path.join(folder, 'connection.json');
  const ports = await freePorts(CHANNELS.length);
  const named = Object.fromEntries(CHANNELS.map((channel, index) => [`${channel}_port`, ports[index] ?? 0]));
  const connection = { transport: 'tcp', ip: '127.0.0.1', key: 'key', signature_scheme: 'hmac-sha256', ...named };
  await writeFile(file, JSON.stringify(connection));
  const [node = '', ...args] = kernelCommand(file);
  const child = spawn(node, args, { cwd: folder, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const shell = new Dealer({ linger: 0 });
  try {
    shell.connect(`tcp://127.0.0.1:${ports[0]}`);
    const ask = async (type: string, content: Message['content']) => {
      const header = createHeader(type, 'session');
      await shell.send(encodeMessage('key', { identities: [], header, parent_header: {}, metadata: {}, content }));
      return decodeMessage('key', await shell.receive());
    };
    const info = await ask('kernel_info_request', {});
    expect(info?.header.msg_type).toBe('kernel_info_reply');
    expect(info?.content).toMatchObject({ protocol_version: '5.3', language_info: { name: 'typescript' } });
    const completeness = (code: string) => ask('is_complete_request', { code });
    expect((await completeness('const a = ['))?.content).toMatchObject({ status: 'incomplete' });
    expect((await completeness('const a = 1;'))?.content).toEqual({ status: 'complete' });
    const done = await ask('execute_request', { code: 'const place = "莲都区"; process.cwd()' });
    expect(done?.content).toMatchObject({ status: 'ok', execution_count: 1 });
    const completed = await ask('complete_request', { code: 'place.toUpp', cursor_pos: 11 });
    expect(completed?.content.matches).toEqual(['toUpperCase']);
    const explained = await ask('inspect_request', { code: 'place', cursor_pos: 2, detail_level: 0 });
    expect(explained?.content).toMatchObject({ found: true, data: { 'text/plain': 'const place: "莲都区"' } });
    const end = await ask('shutdown_request', { restart: false });
    expect(end?.content).toEqual({ status: 'ok', restart: false });
    expect(await exited).toEqual([0, null]);
  } finally {
    shell.close();
    child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
});

test('Cells work in the folder of the project, and an interrupted kernel goes on with the next cell', async () => {
  const kernel = await KernelClient.start();
  try {
    const messages: Message[] = [];
    await kernel.execute('process.cwd()', (message) => messages.push(message));
    const result = messages.find((message) => message.header.msg_type === 'execute_result');
    expect(result?.content.data).toEqual({ 'text/plain': PROJECT_ROOT });
    expect(messages[0]?.header.msg_type).toBe('execute_input');
    for (const code of ['while (true) {}', 'await new Promise(() => {})']) {
      setTimeout(() => kernel.interrupt(), 500);
      expect(await kernel.execute(code, () => {})).toMatchObject({ status: 'error' });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(await kernel.execute('1 + 1', () => {})).toMatchObject({ status: 'ok' });
  } finally {
    await kernel.close();
  }
});

test('Kernels and compilers end by themselves when the process that started them is killed', async () => {
  const pool = fileURLToPath(new URL('../../dist/notebook/run/kernel-pool.js', import.meta.url));
  const living = pool.replace('kernel-pool', 'kernel-process');
  const script = `
    import { startCompiler, startKernels } from ${JSON.stringify(pool)};
    import { livingProcessIds } from ${JSON.stringify(living)};
    startCompiler();
    const kernel = await startKernels(1).take();
    // Compiled before or not: a second compiler may start for it.
    kernel.execute('while (true) {}', () => {});
    setTimeout(() => console.log(JSON.stringify(livingProcessIds())), 1500);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const ids: number[] = JSON.parse(line.toString());
    expect(ids.length).toBeGreaterThanOrEqual(2);
    parent.kill('SIGKILL');
    expect(await runningAfter(ids, 3000)).toEqual([]);
  } finally {
    parent.kill('SIGKILL');
  }
});
