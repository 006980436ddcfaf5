export default class Store { static shared = new Store(); }
export async function* stream() { yield Store.shared; }
export let a = 1, [b, { c = () => a }] = load();
var late = () => stream;
export { late as "quoted name" };
