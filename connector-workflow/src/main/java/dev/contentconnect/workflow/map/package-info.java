/** Pure functions between the service's records and the canonical ones: no clock, no I/O, no logging. */
@NullMarked
package dev.contentconnect.workflow.map;

import org.jspecify.annotations.NullMarked;
