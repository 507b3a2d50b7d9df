/** The service's JSON as records, nothing cleverer. Members that are not known ride along in {@code rest}. */
@NullMarked
package dev.contentconnect.workflow.wire;

import org.jspecify.annotations.NullMarked;
