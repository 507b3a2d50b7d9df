/** The history service: what was, finished or not. */
@NullMarked
package dev.contentconnect.workflow.engine.history;

import org.jspecify.annotations.NullMarked;
