import { createContext, useContext, type ReactNode } from 'react';
import * as amplitude from '@amplitude/analytics-browser';

interface AnalyticsApi {
  purchase(props: Record<string, unknown>): void;
}

const AnalyticsContext = createContext<AnalyticsApi>({ purchase: () => undefined });

export function AnalyticsProvider({ children }: { children: ReactNode }) {
  const purchase = (props: Record<string, unknown>) => amplitude.track('purchase', props);
  return <AnalyticsContext.Provider value={{ purchase }}>{children}</AnalyticsContext.Provider>;
}

export const useAnalytics = () => useContext(AnalyticsContext);
