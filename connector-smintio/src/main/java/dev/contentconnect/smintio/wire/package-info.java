/** The JSON of Smint.io. */
@NullMarked
package dev.contentconnect.smintio.wire;

import org.jspecify.annotations.NullMarked;
