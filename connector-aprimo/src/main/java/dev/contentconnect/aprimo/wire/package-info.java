/** The JSON of Aprimo DAM, member by member. Both of its shapes, HAL and plain, decode to these. */
@NullMarked
package dev.contentconnect.aprimo.wire;

import org.jspecify.annotations.NullMarked;
