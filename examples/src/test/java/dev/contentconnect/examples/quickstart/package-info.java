@NullMarked
package dev.contentconnect.examples.quickstart;

import org.jspecify.annotations.NullMarked;
