/** Flows between the Workflow Service and VIP: WV1 to WV8. */
@NullMarked
package dev.contentconnect.examples.flows.wv;

import org.jspecify.annotations.NullMarked;
