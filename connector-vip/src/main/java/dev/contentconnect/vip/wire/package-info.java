/** Records that mirror the JSON of WordPress, nothing cleverer. */
@NullMarked
package dev.contentconnect.vip.wire;

import org.jspecify.annotations.NullMarked;
