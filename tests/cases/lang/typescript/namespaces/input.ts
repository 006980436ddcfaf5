export namespace Events {
  export interface Signup { email: string }
  export const NAME = "signup";
  export function send(e: Signup) { track(NAME, e); }
  var hidden = 1;
}
Events.send({ email: "x" });
