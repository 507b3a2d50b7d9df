package dev.contentconnect.examples.media;

import com.drew.metadata.StringValue;
import com.drew.metadata.iptc.IptcDirectory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the IPTC-IIM layer; the first record that has a value wins. */
record Iptc(List<IptcDirectory> records) {

    /** A file without this layer. */
    static final Iptc NONE = new Iptc(List.of());

    Iptc {
        records = List.copyOf(records);
    }

    Description description() {
        return new Description(
                text(IptcDirectory.TAG_OBJECT_NAME),
                text(IptcDirectory.TAG_CAPTION),
                texts(IptcDirectory.TAG_BY_LINE),
                text(IptcDirectory.TAG_COPYRIGHT_NOTICE),
                text(IptcDirectory.TAG_CREDIT),
                texts(IptcDirectory.TAG_KEYWORDS));
    }

    /**
     * Reads the release date, the earliest use the provider wants.
     *
     * @throws DateTimeException if there is one that cannot be understood
     */
    @Nullable Instant released() {
        String date = text(IptcDirectory.TAG_RELEASE_DATE);
        return date == null ? null : RightsDates.iptcStart(date, text(IptcDirectory.TAG_RELEASE_TIME));
    }

    /**
     * Reads the end of the expiration date, the latest use the provider wants.
     *
     * @throws DateTimeException if there is one that cannot be understood
     */
    @Nullable Instant expired() {
        String date = text(IptcDirectory.TAG_EXPIRATION_DATE);
        return date == null ? null : RightsDates.iptcEnd(date, text(IptcDirectory.TAG_EXPIRATION_TIME));
    }

    private @Nullable String text(int tag) {
        return texts(tag).stream().findFirst().orElse(null);
    }

    private List<String> texts(int tag) {
        for (IptcDirectory directory : records) {
            StringValue[] values = directory.getStringValueArray(tag);
            if (values != null) {
                List<String> texts = Arrays.stream(values)
                        .map(Text::decode)
                        .filter(Objects::nonNull)
                        .toList();
                if (!texts.isEmpty()) {
                    return texts;
                }
            }
        }
        return List.of();
    }
}
