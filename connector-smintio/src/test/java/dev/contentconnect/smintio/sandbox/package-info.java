/** A fake Smint.io. */
@NullMarked
package dev.contentconnect.smintio.sandbox;

import org.jspecify.annotations.NullMarked;
