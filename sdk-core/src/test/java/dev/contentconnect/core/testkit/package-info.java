/** The test kit: what every connector is measured with. */
@NullMarked
package dev.contentconnect.core.testkit;

import org.jspecify.annotations.NullMarked;
