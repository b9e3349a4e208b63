// Type-checks, builds, and holds the worklist's script budget. Arguments are handed on to Vite.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { worklistBudget } from './budget.mjs';

const args = process.argv.slice(2);
const outAt = args.indexOf('--outDir');
const out = path.resolve(outAt >= 0 ? args[outAt + 1] : 'dist');
const require = createRequire(import.meta.url);

function run(pkg, bin, ...rest) {
  const root = path.dirname(require.resolve(`${pkg}/package.json`));
  const done = spawnSync(process.execPath, [path.join(root, bin), ...rest], { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

run('typescript', 'bin/tsc', '--noEmit');
run('vite', 'bin/vite.js', 'build', ...args);
const budget = worklistBudget(out);
rmSync(path.join(out, '.vite'), { recursive: true, force: true });
console.log(budget.text);
if (!budget.within) process.exit(1);
