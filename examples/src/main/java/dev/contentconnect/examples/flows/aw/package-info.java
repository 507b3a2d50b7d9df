/** Flows between Aprimo and the Workflow Service: AW1 to AW8. */
@NullMarked
package dev.contentconnect.examples.flows.aw;

import org.jspecify.annotations.NullMarked;
