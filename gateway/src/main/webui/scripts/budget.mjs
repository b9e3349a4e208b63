// What the worklist makes a browser load before it can be used: the entry and everything it and the worklist import statically.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const LIMIT_KB = 200;

/** Files that showing the worklist needs, from Vite's manifest. */
export function worklistScripts(manifest) {
  const roots = Object.values(manifest).filter(
    (c) => c.isEntry || /features\/worklist\/WorklistPage|i18n\/en\.ts/.test(c.src ?? ''),
  );
  const files = new Set();
  const visit = (chunk) => {
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const key of chunk.imports ?? []) visit(manifest[key]);
  };
  for (const root of roots) visit(root);
  return [...files].filter((file) => file.endsWith('.js'));
}

export function worklistBudget(outDir, limitKb = LIMIT_KB) {
  const manifest = JSON.parse(readFileSync(path.join(outDir, '.vite/manifest.json'), 'utf8'));
  const files = worklistScripts(manifest);
  if (!files.some((file) => /Worklist/i.test(file))) throw new Error('the worklist has no chunk of its own');
  const kb = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(outDir, file))).length, 0) / 1024;
  return {
    kb,
    files,
    within: kb <= limitKb,
    text: `worklist script: ${kb.toFixed(1)} KB gzip in ${files.length} files (limit ${limitKb} KB)`,
  };
}
