package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;

/** What people of a library forbade there. Rights that come from elsewhere would lift it without a word when applied. */
public final class KeptRights {
    private KeptRights() {}

    /**
     * Whether it is for people of the library to let go.
     *
     * @param there the rights in the library
     * @return true for what is blocked or revoked; a licence that has ended may be renewed elsewhere
     */
    public static boolean areKept(RightsRecord there) {
        return there.status().equals(RightsStatus.BLOCKED) || there.status().equals(RightsStatus.REVOKED);
    }

    /**
     * Rights to apply that leave it in place.
     *
     * @param there the rights in the library
     * @param wanted what comes from elsewhere
     * @return the wanted ones; with the status of the library, and what it notes about that, where that is kept
     */
    public static RightsRecord over(RightsRecord there, RightsRecord wanted) {
        return areKept(there)
                ? wanted.toBuilder()
                        .status(there.status())
                        .extensions(there.extensions())
                        .build()
                : wanted;
    }
}
