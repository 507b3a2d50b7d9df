/** Not for use outside this jar: changes without notice. */
@NullMarked
package dev.contentconnect.core.internal;

import org.jspecify.annotations.NullMarked;
