package dev.contentconnect.examples.flows.sw;

/**
 * Something about an asset that is against the policy.
 *
 * @param text what, in words for people; the same for the same
 * @param stops whether nobody may find the asset as long as it lasts
 */
public record Finding(String text, boolean stops) {}
