/** Business flows over several systems, written against capabilities only. */
@NullMarked
package dev.contentconnect.examples.flows;

import org.jspecify.annotations.NullMarked;
