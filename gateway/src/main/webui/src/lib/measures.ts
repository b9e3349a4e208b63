/** The few things the dashboard must know about measures beyond the server's code table; named here and nowhere else. */

/** In the order in which a ward reads them; what is not named follows. */
const ORDER = ['59408-5', '85354-9', '8480-6', '8462-4', '8867-4', '9279-1', '8310-5', '29463-7', '41653-7', '99504-3'];

export function position(code: string): number {
  const at = ORDER.indexOf(code);
  return at < 0 ? ORDER.length : at;
}

/** Where a patient's own range governs both directions and the default pack stays silent beside it. */
export function ownRangeGoverns(code: string): boolean {
  return code === '59408-5';
}

/** A derived component, which nobody sets limits on by default. */
export function isDerived(code: string): boolean {
  return code === '8478-0';
}
