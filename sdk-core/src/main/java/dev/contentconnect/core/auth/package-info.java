/** How we prove who we are: tokens that are fetched once for any number of callers and shown to nobody else. */
@NullMarked
package dev.contentconnect.core.auth;

import org.jspecify.annotations.NullMarked;
