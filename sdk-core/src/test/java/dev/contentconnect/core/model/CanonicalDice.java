package dev.contentconnect.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Draws canonical values with everything they may contain. Unshrinkable on purpose: a seed finds the value again. */
public final class CanonicalDice {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "Ünïcødé ß İ",
            "日本語",
            "🎬 take 2",
            "a/b~c:d",
            "\"quoted\\\"",
            "line\nbreak\tand tab",
            "\u0000\u001f",
            "null",
            "*",
            "print.poster",
            "e\u0301",
            "\u2028\u2029",
            "<script>&amp;");
    private static final List<String> PLACES = List.of(
            "DE",
            "fra",
            "US-CA",
            "150",
            "Europe",
            "world",
            "EMEA",
            "EU",
            "_",
            "north_america",
            "US-PR",
            "XK",
            "UK",
            "GB-ENG",
            "GB-LND",
            "EU-15");

    private final Random random;

    private CanonicalDice(Random random) {
        this.random = random;
    }

    public static <T> Arbitrary<T> of(Function<CanonicalDice, T> draw) {
        return Arbitraries.randomValue(random -> draw.apply(new CanonicalDice(random)));
    }

    public Asset asset() {
        return Asset.builder(ref())
                .key(maybe(this::text))
                .title(maybe(this::text))
                .description(maybe(this::text))
                .kind(AssetKind.of(word()))
                .status(AssetStatus.of(word()))
                .currentVersion(maybe(this::version))
                .market(maybe(this::text))
                .language(maybe(this::text))
                .master(maybe(this::ref))
                .creators(some(this::text))
                .tags(some(this::text))
                .segments(some(() -> new Segment(SegmentKind.of(word()), word())))
                .renditions(some(this::rendition))
                .createdAt(maybe(this::instant))
                .updatedAt(maybe(this::instant))
                .extensions(extensions())
                .build();
    }

    public Approval approval() {
        return Approval.builder(ref())
                .subject(maybe(this::ref))
                .subjectVersion(maybe(this::text))
                .caseRef(maybe(this::ref))
                .stakeholder(maybe(this::text))
                .assignee(maybe(this::actor))
                .status(ApprovalStatus.of(word()))
                .decision(maybe(() -> new Decision(
                        DecisionOutcome.of(word()),
                        maybe(this::text),
                        maybe(this::actor),
                        maybe(this::instant),
                        maybe(this::text))))
                .requestedAt(maybe(this::instant))
                .dueAt(maybe(this::instant))
                .comments(some(() -> new Comment(
                        ref(),
                        ref(),
                        maybe(this::text),
                        maybe(this::actor),
                        text(),
                        maybe(this::instant),
                        maybe(this::ref),
                        extensions())))
                .extensions(extensions())
                .build();
    }

    public RightsRecord rights() {
        return RightsRecord.builder(ref(), ref())
                .assetVersion(maybe(this::text))
                .status(pick(
                        RightsStatus.CLEARED, RightsStatus.RESTRICTED, RightsStatus.BLOCKED, RightsStatus.of(word())))
                .holder(maybe(this::text))
                .usageTerms(maybe(this::text))
                .grants(some(this::grant))
                .prohibitions(some(this::prohibition))
                .limits(some(this::limit))
                .modelRelease(maybe(this::release))
                .propertyRelease(maybe(this::release))
                .documents(some(this::ref))
                .updatedAt(maybe(this::instant))
                .extensions(extensions())
                .build();
    }

    public CaseEvent event() {
        return CaseEvent.builder(word(), CaseEventType.of(word()), word(), instant())
                .caseRef(maybe(this::ref))
                .caseKey(maybe(this::text))
                .subject(maybe(this::ref))
                .subjectVersion(maybe(this::text))
                .step(maybe(this::text))
                .actor(maybe(this::actor))
                .outcome(maybe(this::text))
                .note(maybe(this::text))
                .related(maybe(this::ref))
                .extensions(extensions())
                .build();
    }

    public Use use() {
        Use use = new Use(
                instant(),
                maybe(this::territory),
                aspects(() -> word().replace('*', 'x')),
                pick(1L, 2L, 100L, Long.MAX_VALUE),
                random.nextBoolean(),
                random.nextBoolean());
        return random.nextBoolean() ? use : use.channel(pick("web", "print", "print.poster"));
    }

    /** Rights of few words, so that all three verdicts are common. */
    public RightsRecord plausibleRights() {
        return RightsRecord.builder(ref(), ref())
                .status(pick(RightsStatus.CLEARED, RightsStatus.CLEARED, RightsStatus.RESTRICTED, RightsStatus.PENDING))
                .grants(some(() -> RightsGrant.of(
                        new Territories(
                                some(this::plausiblePlace), random.nextInt(3) > 0 ? List.of() : some(this::territory)),
                        random.nextBoolean() ? Map.of() : Map.of(RightsDimension.CHANNEL, plausibleTerms()),
                        random.nextInt(4) > 0 ? Validity.ALWAYS : validity())))
                .prohibitions(random.nextInt(4) > 0 ? List.of() : some(this::plausibleProhibition))
                .build();
    }

    public Prohibition plausibleProhibition() {
        return new Prohibition(
                "r",
                some(this::territory),
                random.nextBoolean() ? Map.of() : Map.of(RightsDimension.CHANNEL, plausibleTerms()),
                random.nextInt(4) > 0 ? Validity.ALWAYS : validity());
    }

    public Use plausibleUse() {
        Use use = Use.at(instant());
        use = random.nextInt(4) == 0 ? use : use.in(territory());
        return random.nextBoolean() ? use : use.channel(pick("web", "print", "print.poster"));
    }

    private Territory plausiblePlace() {
        return random.nextBoolean() ? Territory.WORLD : territory();
    }

    private Terms plausibleTerms() {
        List<String> words = List.of("*", "web", "print", "print.*", "print.poster");
        return new Terms(
                new LinkedHashSet<>(some(() -> pick(words.toArray(String[]::new)))),
                random.nextBoolean() ? java.util.Set.of() : java.util.Set.of(pick("web", "print.poster", "tv.*")));
    }

    public Prohibition prohibition() {
        return new Prohibition(text(), some(this::territory), aspects(this::terms), validity());
    }

    public Territory territory() {
        return Territory.of(pick(PLACES.toArray(String[]::new)));
    }

    public SourceRef ref() {
        return SourceRef.of(pick("library", "engine", " odd system "), word());
    }

    private RightsGrant grant() {
        return new RightsGrant(
                maybe(this::text),
                pick(Territories.worldwide(), new Territories(some(this::territory), some(this::territory))),
                aspects(this::terms),
                validity(),
                maybe(this::instant),
                maybe(random::nextBoolean),
                some(this::limit),
                some(this::text),
                extensions());
    }

    private UsageLimit limit() {
        return new UsageLimit(word(), pick(0L, 10L, Long.MAX_VALUE), maybe(() -> pick(0L, 9L, Long.MAX_VALUE)));
    }

    private ReleaseState release() {
        return pick(ReleaseState.RELEASED, ReleaseState.NOT_REQUIRED, ReleaseState.MISSING, ReleaseState.of(word()));
    }

    private Terms terms() {
        return new Terms(new LinkedHashSet<>(some(this::word)), new LinkedHashSet<>(some(this::word)));
    }

    private Validity validity() {
        Instant one = instant();
        Instant two = instant();
        Validity full = one.isBefore(two) ? new Validity(one, two) : new Validity(two, one);
        return pick(full, Validity.ALWAYS, new Validity(full.from(), null), new Validity(null, full.until()));
    }

    private AssetVersion version() {
        return new AssetVersion(
                word(),
                maybe(() -> pick(1, 2, Integer.MAX_VALUE)),
                maybe(this::text),
                maybe(this::text),
                maybe(() -> pick(0L, 482_133L, Long.MAX_VALUE)),
                maybe(() -> new Checksum(word(), pick("00ff", "9F86D081"))),
                maybe(() -> AssetStatus.of(word())),
                maybe(this::instant),
                maybe(this::actor));
    }

    private Rendition rendition() {
        return new Rendition(
                word(),
                word(),
                maybe(this::text),
                maybe(() -> random.nextInt(10_000)),
                maybe(() -> random.nextInt(10_000)),
                maybe(() -> (long) random.nextInt(Integer.MAX_VALUE)),
                maybe(() -> URI.create(pick("https://cdn.example/a%20b?c=d#e", "urn:x:y", "relative/path"))));
    }

    private Actor actor() {
        return new Actor(word(), maybe(this::text), maybe(this::text));
    }

    private <V> Map<RightsDimension, V> aspects(Supplier<V> value) {
        Map<RightsDimension, V> out = new LinkedHashMap<>();
        some(() -> pick(RightsDimension.CHANNEL, RightsDimension.USAGE, RightsDimension.of(word())))
                .forEach(aspect -> out.put(aspect, value.get()));
        return out;
    }

    private Extensions extensions() {
        Extensions out = Extensions.none();
        for (String namespace : some(this::word)) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            some(this::text).forEach(name -> members.put(name, plain(3)));
            out = out.with(namespace, members);
        }
        return out;
    }

    /** A value as JSON has it: numbers in the smallest type that holds them. */
    private @Nullable Object plain(int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> Long.MAX_VALUE - random.nextInt(1_000);
            case 4 -> BigInteger.TWO.pow(64 + random.nextInt(64));
            case 5 -> new BigDecimal(pick("0.10", "-1234567890.123456789012345678901", "1E+400", "5E-324"));
            case 6 -> text();
            case 7 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(plain(depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                some(this::text).forEach(name -> map.put(name, plain(depth - 1)));
                yield map;
            }
        };
    }

    public Instant instant() {
        return switch (random.nextInt(8)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.parse("9999-12-31T23:59:59.999999999Z");
            case 2 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case 3 -> pick(Instant.MIN, Instant.MAX, Instant.parse("-0044-03-15T12:00:00Z"));
            default -> Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt());
        };
    }

    private String word() {
        String text = text();
        return text.isBlank() ? "word" + random.nextInt(5) : text;
    }

    private String text() {
        if (random.nextInt(4) > 0) {
            return pick(TEXTS.toArray(String[]::new));
        }
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int point = random.nextInt(Character.MAX_CODE_POINT + 1);
            out.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 'x' : point);
        }
        return out.toString();
    }

    private <V> @Nullable V maybe(Supplier<V> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <V> List<V> some(Supplier<V> value) {
        List<V> out = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            out.add(value.get());
        }
        return out;
    }

    @SafeVarargs
    private <V> V pick(V... values) {
        return values[random.nextInt(values.length)];
    }
}
