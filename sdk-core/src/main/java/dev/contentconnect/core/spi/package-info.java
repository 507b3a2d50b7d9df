/**
 * What a connector is and what it can do: {@link dev.contentconnect.core.spi.Connector} and one small interface a
 * capability.
 *
 * <p>Capability methods that talk to a system throw {@link dev.contentconnect.core.error.ConnectorException}; all are safe
 * for use by several threads; a method names in its own words when the network is touched, otherwise every call is one or
 * more requests. Methods that create something take a key chosen by the caller: the same key twice gives one object.
 */
@NullMarked
package dev.contentconnect.core.spi;

import org.jspecify.annotations.NullMarked;
