/** From Aprimo's words to the canonical ones and back. Pure: no clock, no network. */
@NullMarked
package dev.contentconnect.aprimo.map;

import org.jspecify.annotations.NullMarked;
