/** Records that mirror the JSON of WordPress and of Brand Builder, nothing cleverer. */
@NullMarked
package dev.contentconnect.vip.wire;

import org.jspecify.annotations.NullMarked;
