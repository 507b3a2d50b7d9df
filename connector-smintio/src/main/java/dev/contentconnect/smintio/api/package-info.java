/** Smint.io in its own words: groups of calls, and the ports for what Smint.io does not publish. */
@NullMarked
package dev.contentconnect.smintio.api;

import org.jspecify.annotations.NullMarked;
