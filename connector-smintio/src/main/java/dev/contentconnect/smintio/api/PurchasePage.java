package dev.contentconnect.smintio.api;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the stream of purchases.
 *
 * @param count how many the service counts in it; 0 alone is the end, whatever is left of the page
 * @param continuation where to go on; store it once the page is dealt with, also when nothing of it was of use
 * @param purchases those that can be read and have content
 * @param issues those that cannot
 */
public record PurchasePage(
        int count, @Nullable String continuation, List<WirePurchase> purchases, List<MappingIssue> issues) {
    /**
     * Makes a page; lists are copied.
     *
     * @param count how many the service counts in it
     * @param continuation where to go on
     * @param purchases those that can be read and have content
     * @param issues those that cannot
     */
    public PurchasePage {
        purchases = List.copyOf(purchases);
        issues = List.copyOf(issues);
    }

    /**
     * Whether the stream was read to its present end.
     *
     * @return true when the service counts nothing
     */
    public boolean isEnd() {
        return count == 0;
    }
}
