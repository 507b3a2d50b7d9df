/**
 * What flows must remember between two runs: cursors, links, handled keys, parked items and the audit trail.
 *
 * <p>Everything that belongs together is written in one {@link dev.contentconnect.core.state.StateTransaction}, so that a
 * crash leaves all of it or nothing.
 */
@NullMarked
package dev.contentconnect.core.state;

import org.jspecify.annotations.NullMarked;
