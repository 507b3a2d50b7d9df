/** Durable commits: the SDK's store beside plain JDBC that writes the same rows, and the candidates for an embedded default. */
@NullMarked
package dev.contentconnect.bench.store;

import org.jspecify.annotations.NullMarked;
