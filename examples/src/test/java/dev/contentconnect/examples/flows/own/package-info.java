/** A flow over three systems, on their sandboxes. */
@NullMarked
package dev.contentconnect.examples.flows.own;

import org.jspecify.annotations.NullMarked;
