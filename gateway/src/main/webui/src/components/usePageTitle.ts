import { useDocumentTitle } from '@mantine/hooks';

/** What the browser's tab says. Never a patient's name: tabs and histories are seen by others. */
export function usePageTitle(title: string): void {
  useDocumentTitle(`${title} · Homeward`);
}
