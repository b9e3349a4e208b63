import { useEffect, useRef, useState } from 'react';

const KEY = 'homeward.shortcuts';

export type Keys = Readonly<Record<string, () => void>>;

/** Single-key shortcuts; silent while somebody types, while a dialogue is open, and when switched off. */
export function useKeys(keys: Keys): { readonly on: boolean; readonly toggle: () => void } {
  const [on, setOn] = useState(() => window.localStorage.getItem(KEY) !== 'off');
  const current = useRef(keys);
  current.current = keys;

  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return;
      if (document.querySelector('[role="dialog"]')) return;
      if (event.key === 'Enter' && target?.closest('a, button')) return;
      const act = current.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);

  const toggle = () => {
    window.localStorage.setItem(KEY, on ? 'off' : 'on');
    setOn(!on);
  };
  return { on, toggle };
}
