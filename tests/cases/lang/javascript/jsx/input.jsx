import { Button } from "./ui";
export function Page({ user, ...props }) {
  return (
    <>
      <Button data-id={user.id} label="Tom &amp; Co" disabled {...props} onClick={() => go(user)}>
        text {user.name} {/* nothing */} <b>{user.email}</b>
      </Button>
      <motion.div animate />
      <my-element />
      {user && <Avatar src={user.image} />}
      {list.map((item) => <li key={item.id}>{item.label}</li>)}
    </>
  );
}
