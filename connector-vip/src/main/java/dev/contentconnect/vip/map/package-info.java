/** Pure functions between the records of WordPress and the canonical ones. */
@NullMarked
package dev.contentconnect.vip.map;

import org.jspecify.annotations.NullMarked;
