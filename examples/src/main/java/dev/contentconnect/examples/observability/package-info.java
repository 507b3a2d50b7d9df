/**
 * How a host hangs metrics and traces on connectors and feeds, with Micrometer. Names and attributes of requests are those of
 * the OpenTelemetry semantic conventions for HTTP clients; no secret, no path and no query is among them.
 */
@NullMarked
package dev.contentconnect.examples.observability;

import org.jspecify.annotations.NullMarked;
