import mixpanel from 'mixpanel-browser';

export class Reporter {
  identify(email: string) { // ~? nothing here calls it
    mixpanel.people.set({ $email: email });
  }

  async push(email: string) { // ~? nothing here calls it
    await fetch('https://api.mixpanel.com/engage', { method: 'POST', body: JSON.stringify({ $email: email }) });
  }
}
