package dev.contentconnect.smintio.api;

import java.util.Optional;

/**
 * Which licence an asset of a portal was bought under. Smint.io publishes no such tie; hosts keep it as a rule in the source
 * system, where the purchase was brought to. Without this port the rights of a portal's asset are the times between which it is
 * published there, and whether it may be used is unknown.
 */
@FunctionalInterface
public interface LicenseLinks {
    /**
     * The licence of an asset.
     *
     * @param asset the scoped id of the asset in its portal
     * @return the id of the purchase, or nothing
     */
    Optional<String> licenseOf(String asset);
}
