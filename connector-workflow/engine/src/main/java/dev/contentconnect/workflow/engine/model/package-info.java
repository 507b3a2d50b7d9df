/** Process models: deployment in the vendor's dialect and the way back as modeler JSON. */
@NullMarked
package dev.contentconnect.workflow.engine.model;

import org.jspecify.annotations.NullMarked;
