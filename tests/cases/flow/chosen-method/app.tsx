import mixpanel from 'mixpanel-browser';

export function Button({ user, isNew }: { user: { id: string; email: string }; isNew: boolean }) {
  const send = () => {
    mixpanel.people[isNew ? 'set' : 'set_once']({ who: user.email }); // ~> contact.email mixpanel
    mixpanel[isNew ? 'alias' : 'identify'](user.id); // ~> identifier.user_id mixpanel
  };
  return <button onClick={send}>Send</button>;
}
