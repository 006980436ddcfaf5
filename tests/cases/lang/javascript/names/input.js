function checkout() {
  items.forEach(() => { later(() => {}); });
  const inner = () => {};
}
run(function () {});
const obj = { method() { call(() => {}); } };
this.handler = () => {};
const Page = memo((props) => { useEffect(() => {}); });
export const submit = useCallback(async () => {}, []);
class K { m() { this.later = () => {}; } }
module.exports = function () {};
