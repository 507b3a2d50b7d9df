package dev.contentconnect.vip.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as Brand Finder gave it. No public document shows the JSON form of the lists, so that the whole answer rides along.
 *
 * @param names the texts that were found under the list's name, in the vendor's order
 * @param members the whole answer, plain values by name
 */
public record FinderLookup(List<String> names, Map<String, @Nullable Object> members) {

    /**
     * Makes the value; list and map are copied.
     *
     * @param names the texts that were found under the list's name, in the vendor's order
     * @param members the whole answer, plain values by name
     */
    public FinderLookup {
        names = List.copyOf(names);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
