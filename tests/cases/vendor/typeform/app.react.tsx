import { PopupButton, Widget } from '@typeform/embed-react';

interface User { id: string; email: string; plan: string }

export function Form({ user }: { user: User }) {
  return <Widget id="f1" hidden={{ email: user.email }} />; // ~> contact.email typeform
}

export function Button({ user }: { user: User }) {
  return <PopupButton id="f1" hidden={{ user_id: user.id }}>Open</PopupButton>; // ~> identifier.user_id typeform
}
