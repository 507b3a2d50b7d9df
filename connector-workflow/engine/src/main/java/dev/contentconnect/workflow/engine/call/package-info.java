/** The way from the vendor's surface to the engine's own: calls, filters, pages, refusals. */
@NullMarked
package dev.contentconnect.workflow.engine.call;

import org.jspecify.annotations.NullMarked;
