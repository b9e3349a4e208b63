import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { worklistScripts } from '../scripts/budget.mjs';
import { en } from '../src/lib/i18n/en';
import { fr } from '../src/lib/i18n/fr';

const root = path.resolve(import.meta.dirname, '..');

function files(dir: string): string[] {
  return readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f))
    .map((f) => path.join(dir, f));
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const imports = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');

/** Imports that the layers forbid: features of each other, components of features or pages, lib of anything above it. */
function forbidden(file: string, text: string): string[] {
  const parts = file.split('/');
  return imports(text)
    .filter((target) => target.startsWith('.'))
    .map((target) => path.join(path.dirname(file), target))
    .filter((target) => {
      const [, layer, feature] = target.split('/');
      if (parts[1] === 'features') return layer === 'app' || (layer === 'features' && feature !== parts[2]);
      if (parts[1] === 'components') return layer === 'app' || layer === 'features';
      if (parts[1] === 'lib') return layer !== 'lib';
      return false;
    })
    .map((target) => `${file} -> ${target}`);
}

const sources = files('src').filter((f) => !f.includes('.test.'));

describe('the structure of the sources', () => {
  it('keeps features apart', () => {
    expect(sources.flatMap((f) => forbidden(f, read(f)))).toEqual([]);
  });

  it('notices a planted import of another feature', () => {
    const planted = "import { Actions } from '../alert/Actions';\nconst X = lazy(() => import('../plan/PlanTab'));";
    expect(forbidden('src/features/worklist/Planted.tsx', planted)).toHaveLength(2);
    expect(forbidden('src/lib/planted.ts', "import { Shell } from '../app/Shell';")).toHaveLength(1);
  });

  it('keeps components under 200 lines', () => {
    const long = sources.filter((f) => f.endsWith('.tsx') && read(f).split('\n').length > 200);
    expect(long).toEqual([]);
  });

  it('names no colour outside of the tokens', () => {
    const css = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.module.css'),
    );
    const coloured = css.filter((f) => /#[0-9a-f]{3,8}\b/i.test(read(path.join('src', f))));
    expect(coloured).toEqual([]);
  });
});

describe('the texts', () => {
  const keys = (texts: object, prefix = ''): string[] =>
    Object.entries(texts).flatMap(([k, v]) => (typeof v === 'string' ? [`${prefix}${k}`] : keys(v, `${prefix}${k}.`)));
  const known = new Set(keys(en));

  it('are the same in both languages', () => {
    expect(keys(fr)).toEqual(keys(en));
  });

  it('have the same placeholders in both languages', () => {
    const at = (texts: object, key: string) =>
      key.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown>)[k], texts);
    const slots = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
    expect(keys(en).filter((k) => slots(at(en, k)).join() !== slots(at(fr, k)).join())).toEqual([]);
  });

  it('exist for every key that the sources name', () => {
    const used = sources.flatMap((f) => [...read(f).matchAll(/\bt\('([\w.-]+)'/g)].map((m) => m[1] ?? ''));
    const missing = used.filter((k) => !known.has(k) && !known.has(`${k}_one`));
    expect(missing).toEqual([]);
  });
});

describe('the script budget', () => {
  it('counts what the worklist imports, once', () => {
    const manifest = {
      'index.html': { file: 'assets/index.js', isEntry: true, src: 'index.html', imports: ['_shared'] },
      'src/features/worklist/WorklistPage.tsx': {
        file: 'assets/Worklist.js',
        src: 'src/features/worklist/WorklistPage.tsx',
        imports: ['_shared'],
      },
      'src/features/plan/PlanTab.tsx': { file: 'assets/Plan.js', src: 'src/features/plan/PlanTab.tsx' },
      _shared: { file: 'assets/shared.js' },
    };
    expect(worklistScripts(manifest).sort()).toEqual(['assets/Worklist.js', 'assets/index.js', 'assets/shared.js']);
  });
});
