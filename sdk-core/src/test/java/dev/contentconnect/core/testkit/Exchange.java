package dev.contentconnect.core.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param request what came in
 * @param response what went out; null where a fault answered
 * @param onPurpose why one of the two is not as the vendor has it, when a test means it so; else empty
 */
public record Exchange(SandboxRequest request, @Nullable SandboxResponse response, String onPurpose) {}
