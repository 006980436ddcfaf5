import mixpanel from 'mixpanel-browser';

class Tracker {
  private readonly defaults: Record<string, string>;

  constructor() {
    this.defaults = { agent: navigator.userAgent }; // ~> device.user_agent mixpanel
  }

  track(event: string, props: Record<string, unknown> = {}) {
    mixpanel.track(event, { ...this.defaults, ...props });
  }
}

const tracker = new Tracker();
document.addEventListener('click', () => tracker.track('click', { button: 'buy' }));
