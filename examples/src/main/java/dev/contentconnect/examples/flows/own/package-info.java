/** A flow of one's own over three systems, written as an integrator would, against capabilities only. */
@NullMarked
package dev.contentconnect.examples.flows.own;

import org.jspecify.annotations.NullMarked;
