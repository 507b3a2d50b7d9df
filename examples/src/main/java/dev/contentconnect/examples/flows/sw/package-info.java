/** Business flows between Smint.io and the workflow service, written against capabilities only. */
@NullMarked
package dev.contentconnect.examples.flows.sw;

import org.jspecify.annotations.NullMarked;
