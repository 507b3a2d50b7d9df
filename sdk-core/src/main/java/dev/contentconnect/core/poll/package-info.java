/** Waiting for jobs that a system works on for a while. */
@NullMarked
package dev.contentconnect.core.poll;

import org.jspecify.annotations.NullMarked;
