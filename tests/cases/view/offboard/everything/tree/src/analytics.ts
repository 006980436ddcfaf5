import mixpanel from 'mixpanel-browser';

let started = false;

export function start(token: string): void {
  if (started) return;
  mixpanel.init(token);
  started = true;
}

export function track(event: string): void {
  const at = new Date().toISOString();
  mixpanel.track(event, { at });
}

export function bought(order: { id: string }, save: (id: string) => void): void {
  save(order.id);
  track('bought');
}
