/** Records that mirror the JSON of the services. Nearly everything may be missing: most bodies are published without a schema. */
@NullMarked
package dev.contentconnect.tradinggrid.wire;

import org.jspecify.annotations.NullMarked;
