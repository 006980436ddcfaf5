import { useEffect } from 'react';
import { track } from './analytics';
import type { OverridedMixpanel } from 'mixpanel-browser';

export function Page() {
  useEffect(() => track('seen'), []);
  return <p>{import.meta.env.VITE_MIXPANEL_TOKEN ? 'on' : 'off'}</p>;
}
