/** Where metrics and traces hang on. */
@NullMarked
package dev.contentconnect.core.observe;

import org.jspecify.annotations.NullMarked;
