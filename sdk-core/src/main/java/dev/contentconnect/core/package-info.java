/** What all connectors share. Start at {@code model} for the vocabulary and at {@code spi} for the capabilities. */
@org.jspecify.annotations.NullMarked
package dev.contentconnect.core;
