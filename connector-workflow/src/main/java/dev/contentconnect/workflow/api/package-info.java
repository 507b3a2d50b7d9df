/** The operations of the service, one interface a resource; {@code WorkflowClient} leads to them. */
@NullMarked
package dev.contentconnect.workflow.api;

import org.jspecify.annotations.NullMarked;
