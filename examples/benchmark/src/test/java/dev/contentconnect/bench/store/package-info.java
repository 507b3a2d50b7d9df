@NullMarked
package dev.contentconnect.bench.store;

import org.jspecify.annotations.NullMarked;
