/** A stateful stand-in for the Workflow Service. */
@NullMarked
package dev.contentconnect.workflow.sandbox;

import org.jspecify.annotations.NullMarked;
