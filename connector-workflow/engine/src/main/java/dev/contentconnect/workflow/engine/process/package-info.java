/** Process instances, their variables and comments, and executions. */
@NullMarked
package dev.contentconnect.workflow.engine.process;

import org.jspecify.annotations.NullMarked;
