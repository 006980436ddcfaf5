import { createContext, useContext, useState, type ReactNode } from 'react';
import { login, signup } from '../api/client';
import { identifyUser, resetAnalytics, setOrganization, trackEvent } from '../lib/analytics';
import type { Credentials, Session, SignupForm } from '../types';

interface SessionApi {
  session: Session | null;
  signIn(credentials: Credentials): Promise<void>;
  signUp(form: SignupForm): Promise<void>;
  signOut(): void;
}

const SessionContext = createContext<SessionApi | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);

  async function signIn(credentials: Credentials) {
    const next: Session = await login(credentials);
    identifyUser(next.user); // ~> identifier.user_id mixpanel, identity.name mixpanel, contact.email mixpanel
    setOrganization(next.organization.id); // ~> identifier.org_id mixpanel
    trackEvent('Logged in', { method: 'password' });
    setSession(next);
  }

  async function signUp(form: SignupForm) {
    const next: Session = await signup(form);
    identifyUser(next.user); // ~> identifier.user_id mixpanel, identity.name mixpanel, contact.email mixpanel
    setOrganization(next.organization.id); // ~> identifier.org_id mixpanel
    trackEvent('Signed up', { seats: next.organization.seats });
    setSession(next);
  }

  function signOut() {
    resetAnalytics();
    setSession(null);
  }

  return (
    <SessionContext.Provider value={{ session, signIn, signUp, signOut }}>
      {children}
    </SessionContext.Provider>
  );
}

export function useSession(): SessionApi {
  const api = useContext(SessionContext);
  if (!api) throw new Error('useSession outside SessionProvider');
  return api;
}
