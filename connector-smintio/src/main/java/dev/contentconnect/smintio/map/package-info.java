/** Between the JSON of Smint.io and the canonical forms. */
@NullMarked
package dev.contentconnect.smintio.map;

import org.jspecify.annotations.NullMarked;
