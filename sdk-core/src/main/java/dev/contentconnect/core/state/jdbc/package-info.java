/**
 * A {@link dev.contentconnect.core.state.StateStore} that outlives the process: in one file, or in a PostgreSQL that
 * several hosts share. Plain {@code java.sql}; the driver is the host's.
 */
@NullMarked
package dev.contentconnect.core.state.jdbc;

import org.jspecify.annotations.NullMarked;
