package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.RightsDimension;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the words of a request mean to licences. Only its owner knows: an advertisement in a magazine is a usage, a placement or
 * both.
 *
 * @param campaignTypes by campaign type what the asset is used for, in the words of licences
 * @param formats by format the kind of asset
 */
public record CreativeWords(Map<String, Map<RightsDimension, String>> campaignTypes, Map<String, AssetKind> formats) {

    /** Copies the maps. */
    public CreativeWords {
        campaignTypes = campaignTypes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Map.copyOf(one.getValue())));
        formats = Map.copyOf(formats);
    }
}
