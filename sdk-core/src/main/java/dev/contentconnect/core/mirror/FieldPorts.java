package dev.contentconnect.core.mirror;

import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Fields made of capabilities. Each reads just before it writes and reports a Conflict when something else stands there by
 * then; between that and the write, only the connector's own conditional write protects an edit.
 */
public final class FieldPorts {
    private FieldPorts() {}

    /**
     * The status of assets, in the words of {@link dev.contentconnect.core.model.AssetStatus}. The status {@code unknown}
     * counts as none, and a status cannot be taken away: that is refused. The time is that of the whole asset.
     *
     * @param reader reads it
     * @param writer writes it
     * @return the field
     */
    public static FieldPort assetStatus(AssetReader reader, AssetWriter writer) {
        return new AssetStatusPort(reader, writer);
    }

    /**
     * The status of cases, in the words of the system, written as reports of progress. The status {@code unknown} counts
     * as none, and a status cannot be taken away: that is refused. Only the end of a case has a time; so with
     * {@link FieldRule#lastWriter} the left side counts for others.
     *
     * @param cases reads it
     * @param progress writes it
     * @return the field
     */
    public static FieldPort caseStatus(CaseDesk cases, ProgressDesk progress) {
        return new CaseStatusPort(cases, progress);
    }

    /**
     * Rights of assets, as one value: the canonical JSON of the chosen parts without what is a detail of one system
     * (identities, versions, extensions, time), lists in a fixed order. Parts that are not chosen are left as they are.
     *
     * @param reader reads them
     * @param writer writes them
     * @param parts components of {@link dev.contentconnect.core.model.RightsRecord}: {@code status}, {@code holder},
     *     {@code usageTerms}, {@code grants}, {@code prohibitions}, {@code limits}, {@code modelRelease},
     *     {@code propertyRelease}, {@code documents}. All of these when none is named. Choose what both systems keep
     * @return the field
     * @throws IllegalArgumentException when a part is none of these
     */
    public static FieldPort rights(RightsReader reader, RightsWriter writer, String... parts) {
        Set<String> chosen = parts.length == 0 ? RightsText.PARTS : new LinkedHashSet<>(List.of(parts));
        return new RightsPort(reader, writer, new RightsText(chosen));
    }

    /**
     * A field in other words, so that both sides of a mirror speak the same.
     *
     * @param port the field in the system's own words
     * @param common the common word for each word of the system. A word that is not named stays as it is. Where several
     *     words of the system have one common word, the first of them is written; and what stands there is left alone when
     *     it means the same
     * @return the field in common words
     */
    public static FieldPort translated(FieldPort port, Map<String, String> common) {
        return new TranslatedPort(port, common);
    }

    /**
     * A field of a system that changes what it is given.
     *
     * @param port the field
     * @param storedAs from a value that is written to the value that will be read
     * @return the same field with {@link FieldPort#storedAs}
     */
    public static FieldPort storing(FieldPort port, UnaryOperator<String> storedAs) {
        return new StoringPort(port, storedAs);
    }
}
