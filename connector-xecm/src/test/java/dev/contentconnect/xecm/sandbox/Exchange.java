package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;

/**
 * A request and its answer.
 *
 * @param request what came in
 * @param response what went out
 */
public record Exchange(SandboxRequest request, SandboxResponse response) {}
