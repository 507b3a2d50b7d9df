package dev.contentconnect.examples.media;

import com.adobe.internal.xmp.XMPConst;
import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the terms of use of one file, all of them or none. */
final class RightsReading {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Comparator<Instant> ORDER = Comparator.naturalOrder();

    private final Xmp xmp;
    private final Iptc iptc;
    private final Findings findings;

    private RightsReading(Layers layers, Findings findings) {
        this.xmp = layers.xmp();
        this.iptc = layers.iptc();
        this.findings = findings;
    }

    static @Nullable UsageRights of(Layers layers, Findings findings) {
        UsageRights rights = new RightsReading(layers, findings).read();
        return findings.rightsInDoubt() || rights.equals(UsageRights.NONE) ? null : rights;
    }

    private UsageRights read() {
        Instant from = bound("LicenseStartDate", "embargoDate", RightsDates::start, BinaryOperator.maxBy(ORDER));
        Instant until = bound("LicenseEndDate", "expirationDate", RightsDates::end, BinaryOperator.minBy(ORDER));
        from = from != null ? from : iptcDate("release date", iptc::released);
        until = until != null ? until : iptcDate("expiration date", iptc::expired);
        if (from != null && until != null && !from.isBefore(until)) {
            unreadable("the rights window ends at " + until + ", before it begins at " + from);
        }
        return new UsageRights(
                value(XMPConst.NS_XMP_RIGHTS, "UsageTerms"),
                value(XMPConst.NS_XMP_RIGHTS, "WebStatement"),
                marked(),
                values(XMPConst.NS_XMP_RIGHTS, "Owner"),
                from,
                until,
                territories(),
                words("MediaConstraints").stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList(),
                release("ModelReleaseStatus", ReleaseStatus::ofModel),
                release("PropertyReleaseStatus", ReleaseStatus::ofProperty));
    }

    /** PLUS and PRISM may both state a bound, PRISM even several: the narrowest counts. */
    private @Nullable Instant bound(
            String plus, String prism, Function<String, Instant> parse, BinaryOperator<Instant> narrower) {
        return Stream.of(values(Xmp.PLUS, plus), values(Xmp.PRISM, prism), values(Xmp.PRISM_BASIC, prism))
                .flatMap(List::stream)
                .map(date -> date(plus + " or " + prism, date, parse))
                .flatMap(Optional::stream)
                .reduce(narrower)
                .orElse(null);
    }

    private Optional<Instant> date(String name, String date, Function<String, Instant> parse) {
        try {
            return Optional.of(parse.apply(date));
        } catch (DateTimeException e) {
            unreadable(name + " \"" + date + "\" is no date");
            return Optional.empty();
        }
    }

    private @Nullable Instant iptcDate(String name, IptcDate date) {
        try {
            return date.read();
        } catch (DateTimeException e) {
            unreadable("the IPTC " + name + " is no date: " + e.getMessage());
            return null;
        }
    }

    private @Nullable Boolean marked() {
        String marked = value(XMPConst.NS_XMP_RIGHTS, "Marked");
        if (marked == null) {
            return null;
        }
        // ExifTool writes True, the specification says True and False, others write lower case.
        boolean yes = marked.equalsIgnoreCase("true");
        if (!yes && !marked.equalsIgnoreCase("false")) {
            unreadable("Marked \"" + marked + "\" is neither True nor False");
        }
        return yes;
    }

    private List<String> territories() {
        List<String> codes = words("RegionConstraints");
        for (String code : codes) {
            if (!COUNTRIES.contains(code) && !code.matches("\\d{3}")) {
                unreadable("RegionConstraints \"" + code + "\" is neither an ISO 3166-1 country nor an M.49 area");
            }
        }
        return codes;
    }

    private List<String> words(String name) {
        return Text.split(value(Xmp.PLUS, name), "[,;]");
    }

    private @Nullable ReleaseStatus release(String name, Function<String, Optional<ReleaseStatus>> vocabulary) {
        String term = value(Xmp.PLUS, name);
        if (term == null) {
            return null;
        }
        Optional<ReleaseStatus> status = vocabulary.apply(term);
        if (status.isEmpty()) {
            unreadable(name + " \"" + term + "\" is no word of the PLUS vocabulary");
        }
        return status.orElse(null);
    }

    private @Nullable String value(String namespace, String name) {
        refuseStructure(namespace, name);
        return xmp.text(namespace, name);
    }

    private List<String> values(String namespace, String name) {
        refuseStructure(namespace, name);
        return xmp.texts(namespace, name);
    }

    private void refuseStructure(String namespace, String name) {
        if (xmp.isStructured(namespace, name)) {
            unreadable(name + " is no text");
        }
    }

    private void unreadable(String detail) {
        findings.doubt(Reason.RIGHTS_UNREADABLE, detail);
    }

    private interface IptcDate {
        @Nullable Instant read();
    }
}
