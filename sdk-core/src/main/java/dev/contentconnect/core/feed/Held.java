package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.InboxItem;

/**
 * An item that this runner has claimed.
 *
 * @param item what the claim gave
 * @param worker the name under which it was claimed
 */
record Held(InboxItem item, String worker) {
    String object() {
        return item.object();
    }
}
