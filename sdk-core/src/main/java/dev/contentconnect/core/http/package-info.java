/**
 * From a call to an answer: log, retry, auth, rate gate, send. A host adds steps of its own for each call or for each
 * attempt.
 */
@NullMarked
package dev.contentconnect.core.http;

import org.jspecify.annotations.NullMarked;
