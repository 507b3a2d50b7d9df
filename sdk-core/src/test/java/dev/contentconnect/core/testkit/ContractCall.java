package dev.contentconnect.core.testkit;

/**
 * A call that stands for others of its kind in the contract's fault tests.
 *
 * @param method the HTTP method of the request that counts
 * @param pathPrefix how the raw path of that request begins; no other request of the call begins so with this method
 * @param call makes the call through a capability; throws what the capability throws
 */
public record ContractCall(String method, String pathPrefix, Runnable call) {}
