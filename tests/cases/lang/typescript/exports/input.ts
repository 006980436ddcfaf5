export interface A { x: string }
export type B = A;
export enum Color { Red = "red", Green = "green" }
export const enum N { One, Two = 5 }
export abstract class C<T> { abstract run(): T; }
export declare function g(): void;
declare const MIXPANEL: any;
declare global { interface Window { mixpanel: any } }
declare module "x" { interface Y { z: string } }
MIXPANEL.track(Color.Red);
import fs = require("fs");
export type { B as BB };
export default A;
namespace Outer.Inner { export const v = 1; export function h() { return v; } const hidden = 2; }
import Alias = Outer.Inner;
export = fs;
