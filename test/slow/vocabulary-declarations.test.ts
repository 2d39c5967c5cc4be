import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/notebook/kernel/kernel-command.js';

interface Diagnostic {
  file?: { fileName: string };
  messageText: unknown;
}
interface TypeScript {
  createProgram: (files: string[], options: Record<string, unknown>) => unknown;
  getPreEmitDiagnostics: (program: unknown) => Diagnostic[];
}

test("The compiler of cells understands the vocabulary's declarations without Node's types", () => {
  // What it does not understand it would take for `any`, and no cell would be checked against it.
  const typescript: TypeScript = createRequire(import.meta.url)('@tslab/typescript-for-tslab');
  const entry = path.join(PROJECT_ROOT, 'dist', 'index.d.ts');
  const options = { strict: true, types: [], lib: ['lib.es2022.d.ts'], moduleResolution: 2, module: 99, target: 9 };
  const program = typescript.createProgram([entry], { ...options, noEmit: true });
  const ours = typescript
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file?.fileName.includes('/node_modules/'));
  expect(ours.map(({ file, messageText }) => `${file?.fileName}: ${JSON.stringify(messageText)}`)).toEqual([]);
});
