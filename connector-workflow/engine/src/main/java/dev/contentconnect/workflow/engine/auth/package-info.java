/** Tokens, and the guard in front of every path. */
@NullMarked
package dev.contentconnect.workflow.engine.auth;

import org.jspecify.annotations.NullMarked;
