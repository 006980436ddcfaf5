import analytics, { track as send, type } from "./analytics";
import * as all from "pkg";
import "side-effect";
const fs = require("fs");
const { a, b: c } = require(`./b`);
const lazy = await import("./lazy");
function local(require) {
  return require("not-a-module");
}
export { send as default, all };
export { x, default as y } from "./re";
export * from "./every";
export * as ns from "./namespace";
export const one = 1, { two, three: [four] } = all;
export function later() { return missing; }
