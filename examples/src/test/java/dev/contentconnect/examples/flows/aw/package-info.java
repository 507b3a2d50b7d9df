@NullMarked
package dev.contentconnect.examples.flows.aw;

import org.jspecify.annotations.NullMarked;
