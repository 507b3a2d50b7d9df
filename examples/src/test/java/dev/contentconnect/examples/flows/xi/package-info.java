@NullMarked
package dev.contentconnect.examples.flows.xi;

import org.jspecify.annotations.NullMarked;
