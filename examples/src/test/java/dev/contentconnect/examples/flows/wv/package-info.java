@NullMarked
package dev.contentconnect.examples.flows.wv;

import org.jspecify.annotations.NullMarked;
