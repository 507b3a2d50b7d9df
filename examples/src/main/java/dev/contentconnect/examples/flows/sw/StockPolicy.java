package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.UsageLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A policy for licensed stock beside a brand's own assets: metadata that people search by, terms and a text for what was
 * licensed, and nothing that has ended, was taken back, is used up, or may not be used commercially.
 *
 * @param metadata what must not be missing: some of {@code title}, {@code description} and {@code tags}
 * @param licensed which assets need a licence; the rights of the others say only when they are published
 * @param commercial whether assets are used commercially: then editorial ones, and those whose releases are missing, stop
 */
public record StockPolicy(List<String> metadata, Predicate<Asset> licensed, boolean commercial)
        implements ContentPolicy {
    private static final List<String> KNOWN = List.of("title", "description", "tags");

    /**
     * Makes a policy.
     *
     * @throws IllegalArgumentException when metadata is asked for that nobody knows
     */
    public StockPolicy {
        metadata = List.copyOf(metadata);
        if (!KNOWN.containsAll(metadata)) {
            throw new IllegalArgumentException("of metadata there is " + KNOWN + ", and not " + metadata);
        }
    }

    @Override
    public List<Finding> findings(Asset asset, @Nullable RightsRecord rights, Instant now) {
        List<Finding> out = new ArrayList<>();
        if (rights == null) {
            out.add(new Finding("its licence cannot be found", true));
        } else {
            ended(rights, now, out);
            if (licensed.test(asset)) {
                licence(rights, out);
            }
        }
        for (String name : metadata) {
            if (isMissing(asset, name)) {
                out.add(new Finding(name + " is missing", false));
            }
        }
        return out;
    }

    private static boolean isMissing(Asset asset, String name) {
        return switch (name) {
            case "title" -> isBlank(asset.title());
            case "description" -> isBlank(asset.description());
            default -> asset.tags().isEmpty();
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void ended(RightsRecord rights, Instant now, List<Finding> out) {
        if (rights.status().forbids()) {
            out.add(new Finding("rights are " + rights.status(), true));
        } else if (RightsEnds.areOver(rights, now)) {
            out.add(new Finding("rights have ended", true));
        }
        for (UsageLimit limit : rights.limits()) {
            Long used = limit.used();
            if (used != null && used >= limit.max()) {
                out.add(new Finding("limit of " + limit.kind() + " is used up", true));
            }
        }
    }

    private void licence(RightsRecord rights, List<Finding> out) {
        if (!rights.status().lets() && !rights.status().forbids()) {
            out.add(new Finding("rights are " + rights.status(), true));
        }
        if (rights.grants().isEmpty()) {
            out.add(new Finding("no licence terms are stated", true));
        }
        if (isBlank(rights.usageTerms())) {
            out.add(new Finding("licence text is missing", false));
        }
        if (commercial) {
            release("model release", rights.modelRelease(), out);
            release("property release", rights.propertyRelease(), out);
            boolean editorial = !rights.grants().isEmpty()
                    && rights.grants().stream().allMatch(grant -> Boolean.TRUE.equals(grant.editorialOnly()));
            if (editorial) {
                out.add(new Finding("for editorial use only", true));
            }
        }
    }

    private static void release(String which, @Nullable ReleaseState state, List<Finding> out) {
        if (state != null && (state.equals(ReleaseState.MISSING) || state.equals(ReleaseState.PARTIAL))) {
            out.add(new Finding(which + " is " + state.value(), true));
        }
    }
}
