function checkout() {
  items.forEach(() => { later(() => {}); });
  const inner = () => {};
}
run(function () {});
const obj = { method() { call(() => {}); } };
this.handler = () => {};
