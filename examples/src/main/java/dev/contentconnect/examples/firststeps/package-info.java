/** One system in one {@code main}, without any framework. */
@NullMarked
package dev.contentconnect.examples.firststeps;

import org.jspecify.annotations.NullMarked;
