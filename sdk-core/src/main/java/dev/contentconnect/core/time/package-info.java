/** The clock that everything in this SDK reads, so that tests need not wait. */
@NullMarked
package dev.contentconnect.core.time;

import org.jspecify.annotations.NullMarked;
