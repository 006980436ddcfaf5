import * as amplitude from '@amplitude/analytics-browser';

window.addEventListener('load', () => {
  const client = navigator.userAgent; // ~> device.user_agent amplitude
  amplitude.track('load', { client });
});
