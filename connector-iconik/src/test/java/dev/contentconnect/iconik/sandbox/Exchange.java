package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request to the interface, and its answer.
 *
 * @param request the request
 * @param response the answer
 * @param onPurpose why one of the two is not as documented, when a test means it so
 */
public record Exchange(
        SandboxRequest request,
        SandboxResponse response,
        @Nullable String onPurpose) {}
