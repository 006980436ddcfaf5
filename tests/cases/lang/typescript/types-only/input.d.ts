export interface A { x: string }
export declare class K { email: string; get(id: string): User; constructor(a: string); }
export declare const v: A;
declare namespace N { interface Inner { y: string } }
export default K;
