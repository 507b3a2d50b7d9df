/** Records that mirror the JSON of iconik. Enumerations are texts and nearly everything may be missing: the service adds words, and sends null where its documents promise none. */
@NullMarked
package dev.contentconnect.iconik.wire;

import org.jspecify.annotations.NullMarked;
