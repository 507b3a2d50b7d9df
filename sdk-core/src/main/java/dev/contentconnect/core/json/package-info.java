/**
 * JSON in and out, without a JSON library in any signature.
 *
 * <p>Decoding is lenient as the field needs it: unknown members are passed over, dates come in every spelling of
 * {@link dev.contentconnect.core.time.Timestamps}, and limits on size and depth hold for every text.
 */
@NullMarked
package dev.contentconnect.core.json;

import org.jspecify.annotations.NullMarked;
