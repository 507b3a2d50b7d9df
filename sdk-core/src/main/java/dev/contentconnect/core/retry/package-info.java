/** When, how often and how patiently a failed call is repeated. */
@NullMarked
package dev.contentconnect.core.retry;

import org.jspecify.annotations.NullMarked;
