function f({ email, address: { city = "x" } = {}, ...rest }, [first, , third], last = first, ...more) {
  let a, b;
  [a, b] = [b, a];
  ({ a, "k-ey": b, [email]: rest.x } = more);
  for (const [key, value] of Object.entries(rest)) g(key, value);
  const [state, setState = () => {}, ...others] = useState();
}
const arrow = ({ id }) => id;
