@NullMarked
package dev.contentconnect.examples.flows.tv;

import org.jspecify.annotations.NullMarked;
