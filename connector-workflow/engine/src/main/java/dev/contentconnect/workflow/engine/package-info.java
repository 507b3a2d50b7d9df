/** The test engine's start, options and life cycle. */
@NullMarked
package dev.contentconnect.workflow.engine;

import org.jspecify.annotations.NullMarked;
