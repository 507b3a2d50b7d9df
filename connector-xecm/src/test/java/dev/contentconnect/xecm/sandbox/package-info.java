/** A fake Content Server that behaves like the real one, pitfalls included. */
package dev.contentconnect.xecm.sandbox;
