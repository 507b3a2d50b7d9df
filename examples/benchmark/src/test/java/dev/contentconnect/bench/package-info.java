@NullMarked
package dev.contentconnect.bench;

import org.jspecify.annotations.NullMarked;
