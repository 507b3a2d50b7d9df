package dev.contentconnect.smintio.api;

import org.jspecify.annotations.Nullable;

/**
 * Decides on tasks of a portal, by whatever way the host has: Smint.io publishes none. Without it a decision is refused with the
 * code {@code not_offered}.
 */
@FunctionalInterface
public interface TaskDecisions {
    /**
     * Decides. The same decision twice is as once.
     *
     * @param task the id of the task
     * @param action for example Approve or Decline
     * @param note why, or null
     */
    void decide(String task, String action, @Nullable String note);
}
