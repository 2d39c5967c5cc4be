import { PROJECT_ROOT } from './kernel-command.js';
import { createCompiler } from './kernel-compiler.js';
import { endWithParent } from './kernel-parent.js';
import { answerCompileRequests, parent } from './remote-compile.js';

/**
 * Entry of a process that compiles cells for the kernels of a run. A compiler takes long to start and remembers nothing of
 * a notebook; a kernel starts fast and must be fresh for every notebook: so the one is kept and the other is not.
 */
process.chdir(PROJECT_ROOT);
endWithParent();
answerCompileRequests(parent, createCompiler().compile);
