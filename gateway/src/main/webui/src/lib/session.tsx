import { createContext, type ReactNode, useContext } from 'react';
import type { Me, Role } from './api/types';
import { CLINIC_ZONE } from './time/time';

/** The role that decides what the page looks like, if somebody has several. */
const RANK: readonly Role[] = [
  'physician',
  'nurse',
  'gp',
  'manager',
  'device-admin',
  'auditor',
  'ops-admin',
  'carer',
  'patient',
];

export type Session = {
  readonly me: Me;
  readonly role: Role;
  readonly zone: string;
  /** May acknowledge, resolve, complete and share. */
  readonly clinician: boolean;
  readonly physician: boolean;
  /** Follows alerts as they arise. */
  readonly hasFeed: boolean;
};

export function toSession(me: Me): Session {
  const role = RANK.find((r) => me.roles.includes(r)) ?? 'patient';
  return {
    me,
    role,
    zone: CLINIC_ZONE,
    clinician: role === 'nurse' || role === 'physician',
    physician: role === 'physician',
    hasFeed: ['nurse', 'physician', 'gp', 'patient', 'carer'].includes(role),
  };
}

/** Where each role starts. */
export function startPath(role: Role): string {
  switch (role) {
    case 'nurse':
    case 'physician':
    case 'gp':
      return '/worklist';
    case 'patient':
    case 'carer':
      return '/me';
    case 'manager':
      return '/indicators';
    case 'device-admin':
    case 'ops-admin':
      return '/devices';
    case 'auditor':
      return '/audit';
  }
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a session');
  return session;
}
