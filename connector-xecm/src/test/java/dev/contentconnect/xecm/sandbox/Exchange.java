package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param request what came in
 * @param response what went out; null where a fault answered
 * @param aside why nobody holds it against the vendor's documents; empty where somebody does
 */
public record Exchange(SandboxRequest request, @Nullable SandboxResponse response, String aside) {}
