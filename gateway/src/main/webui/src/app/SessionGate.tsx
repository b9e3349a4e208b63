import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LandingPage } from '../features/session/LandingPage';
import { whenSignedOut } from '../lib/api/client';
import { meQuery } from '../lib/api/queries';
import type { Me } from '../lib/api/types';
import { FeedProvider } from '../lib/feed/FeedProvider';
import { changeLanguage, hasChosenLanguage } from '../lib/i18n';
import { SessionProvider, toSession } from '../lib/session';
import { Shell } from './Shell';

/** Shows the pages to whoever is signed in, and the sign-in page to everybody else. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { i18n } = useTranslation();
  const { data: me, isPending, isError, refetch } = useQuery(meQuery);
  const [ended, setEnded] = useState(false);
  const signedIn = useRef(false);

  useEffect(() => {
    whenSignedOut(() => {
      if (!signedIn.current) return;
      signedIn.current = false;
      setEnded(true);
      client.setQueryData<Me | null>(meQuery.queryKey, null);
    });
  }, [client]);

  useEffect(() => {
    signedIn.current = Boolean(me);
    if (me?.language && !hasChosenLanguage()) {
      const own = me.language.startsWith('fr') ? 'fr' : 'en';
      if (own !== i18n.language) void changeLanguage(own, false);
    }
  }, [me, i18n]);

  const session = useMemo(() => (me ? toSession(me) : null), [me]);
  if (isPending) return <LandingPage state="checking" />;
  if (isError) return <LandingPage state="failed" onRetry={() => void refetch()} />;
  if (!session) return <LandingPage state={ended ? 'ended' : 'signed-out'} />;
  return (
    <SessionProvider session={session}>
      <FeedProvider enabled={session.hasFeed}>
        <Shell>{children}</Shell>
      </FeedProvider>
    </SessionProvider>
  );
}
