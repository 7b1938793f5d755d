/** In the place of a client module that is not wanted at the start. */
export {};
