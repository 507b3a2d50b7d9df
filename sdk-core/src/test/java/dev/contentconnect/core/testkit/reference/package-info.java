/**
 * A connector of the test kit's own, with every capability, and the system it talks to. It keeps the contract honest,
 * shows how a connector is built, and stands in where a flow needs a second system.
 */
@NullMarked
package dev.contentconnect.core.testkit.reference;

import org.jspecify.annotations.NullMarked;
