/** Metrics and traces of real calls to sandboxes. */
@NullMarked
package dev.contentconnect.examples.observability;

import org.jspecify.annotations.NullMarked;
