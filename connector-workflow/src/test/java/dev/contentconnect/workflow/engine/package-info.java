/** The real workflow engine, for tests and examples. */
@NullMarked
package dev.contentconnect.workflow.engine;

import org.jspecify.annotations.NullMarked;
