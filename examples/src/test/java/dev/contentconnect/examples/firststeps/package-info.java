/** The first steps, on a tenant that stands on a loopback port. */
@NullMarked
package dev.contentconnect.examples.firststeps;

import org.jspecify.annotations.NullMarked;
