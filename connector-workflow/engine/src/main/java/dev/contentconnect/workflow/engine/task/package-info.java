/** Tasks and everything that hangs on one. */
@NullMarked
package dev.contentconnect.workflow.engine.task;

import org.jspecify.annotations.NullMarked;
