/** An example has something that no short expression says: then there is none. */
export class Inexpressible extends Error {}
