@NullMarked
package dev.contentconnect.examples.flows.sw;

import org.jspecify.annotations.NullMarked;
