package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WireCheckResult;
import java.util.List;

/** What checks of the tenant found about versions. The product has to be licensed for it, and an administrator defines checks. */
public interface Checks {
    /**
     * What was found about a version.
     *
     * @param version the file version
     * @return the results, in no order to rely on
     */
    List<WireCheckResult> results(String version);

    /**
     * Tells what was found about a version. Never repeated when its fate is unknown.
     *
     * @param version the file version
     * @param check the id of the check
     * @param outcome pass, fail, warning or info
     * @param description for people
     * @return the id of the result
     */
    String add(String version, String check, String outcome, String description);
}
