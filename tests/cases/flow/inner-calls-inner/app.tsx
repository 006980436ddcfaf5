import mixpanel from "mixpanel-browser";
import { useUser } from "@acme/auth";

function useAnalytics() {
  const track = (name: string, props: object) => mixpanel.track(name, props);
  return { track };
}

export function Form() {
  const { track } = useAnalytics();
  const user = useUser();
  const submit = () => track("sent", { email: user.email }); // ~> contact.email mixpanel
  const handle = () => {
    submit();
  };
  return <button onClick={handle}>send</button>;
}
