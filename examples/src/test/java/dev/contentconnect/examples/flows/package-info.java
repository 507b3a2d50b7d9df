@NullMarked
package dev.contentconnect.examples.flows;

import org.jspecify.annotations.NullMarked;
