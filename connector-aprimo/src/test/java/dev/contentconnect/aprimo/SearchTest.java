package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireLanguage;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.NotOffered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private List<String> make(int count, Duration between) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(tenant.sandbox.personUploads("Poster " + i, Tenant.BYTES));
            tenant.clock.advance(between);
        }
        return out;
    }

    private Paged<WireRecord> everything(int pageSize) {
        return tenant.client().search().records(SearchTerm.EVERYTHING, Select.NOTHING, pageSize);
    }

    private static List<String> ids(Iterable<WireRecord> records) {
        List<String> out = new ArrayList<>();
        records.forEach(one -> out.add(String.valueOf(one.id())));
        return out;
    }

    @Test
    void exportsAllWithoutDoublesOrGapsWhileRecordsChangeUnderneath() {
        List<String> before = make(60, Duration.ofSeconds(1));
        tenant.settle();
        List<String> told = new ArrayList<>();
        for (Page<WireRecord> page : everything(7).pages()) {
            page.items().forEach(one -> told.add(String.valueOf(one.id())));
            // By page number each of these would move a record past us.
            tenant.sandbox.personDeletes(told.get(0));
            tenant.sandbox.personFills(told.get(1), "Title", RecordChange.NEUTRAL, "value", "Changed");
            tenant.sandbox.personUploads("New", Tenant.BYTES);
            tenant.settle();
        }
        assertThat(told).doesNotHaveDuplicates().containsAll(before);
        assertThat(told.subList(0, 60)).isEqualTo(before);
    }

    @Test
    void exportsMoreThanAPageOfOneMoment() {
        List<String> all = make(23, Duration.ZERO);
        tenant.clock.advance(Duration.ofSeconds(1));
        all.addAll(make(3, Duration.ofSeconds(1)));
        tenant.settle();
        assertThat(ids(everything(5))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void goesOnFromACursorThatWasStored() {
        List<String> all = make(12, Duration.ofMillis(1));
        tenant.settle();
        Page<WireRecord> first = everything(5).pages().iterator().next();
        Cursor stored = Cursor.of(String.valueOf(first.next()));
        List<String> told = ids(first.items());
        told.addAll(ids(everything(5).startingAt(stored)));
        assertThat(told).isEqualTo(all);
    }

    @Test
    void refusesACursorOfAnotherList() {
        for (String odd : List.of("2", "ks1|x|1|", "ks1|2031-05-04T03:02:01Z|x|", "ow2.1.2~.")) {
            ConnectorException failure = catchThrowableOfType(
                    ConnectorException.class, () -> ids(everything(5).startingAt(Cursor.of(odd))));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        }
    }

    @Test
    void putsPageSizeAndOrderIntoTheAddress() {
        make(1, Duration.ZERO);
        ids(everything(5));
        assertThat(tenant.sandbox
                        .requests("POST", "/api/core/search/records")
                        .get(0)
                        .rawQuery())
                .isEqualTo("sort=CreatedOn&page=1&pageSize=5");
    }

    @Test
    void showsARecordLaterAndAtOnceWhenAskedFor() {
        make(1, Duration.ZERO);
        assertThat(ids(everything(5))).isEmpty();
        tenant.settle();
        assertThat(ids(everything(5))).hasSize(1);
        try (Tenant hasty = new Tenant(builder -> builder.indexAtOnce(true))) {
            hasty.poster("k-1");
            assertThat(hasty.client().search().records(SearchTerm.EVERYTHING, Select.NOTHING, 5))
                    .hasSize(1);
        }
    }

    @Test
    void findsValuesThatLookLikePartsOfAnExpression() {
        String odd = "a\" = ? OR Status = 'Draft') -- ?";
        String record = tenant.sandbox.personUploads(odd, Tenant.BYTES);
        make(3, Duration.ZERO);
        tenant.settle();
        SearchTerm term = SearchTerm.field("Title", odd).and(SearchTerm.status("Status", "Draft"));
        assertThat(ids(tenant.client().search().records(term, Select.NOTHING, 5)))
                .containsExactly(record);
        assertThat(ids(tenant.client()
                        .search()
                        .records(SearchTerm.ids(List.of(record)).not(), Select.NOTHING, 5)))
                .hasSize(3);
    }

    @Test
    void writesTermsThatCallersCannotBreakOutOf() {
        assertThat(SearchTerm.field("My \"Field\"", "x").expression()).isEqualTo("FieldName(\"My \"\"Field\"\"\") = ?");
        assertThat(SearchTerm.filter("name", "O'Hara")).isEqualTo("name='O''Hara'");
        assertThat(SearchTerm.allWords("red  car").expression()).isEqualTo("(?) AND (?)");
        assertThat(SearchTerm.since("ModifiedOn", Instant.parse("2024-01-01T00:00:00Z"))
                        .expression())
                .isEqualTo("ModifiedOn >= 2024-01-01T00:00:00Z");
        assertThat(SearchTerm.any(List.of(SearchTerm.contentType("A"), SearchTerm.classification("c")))
                        .parameters())
                .containsExactly("A", "c");
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.field("x", "LIKE", "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.field("a\nb", "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.filter("name", "a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.filter("name='x' OR name", "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.status("Status OR", "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.allWords("  "));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchTerm.ids(Collections.nCopies(101, "1")));
    }

    @Test
    void pagesByNumberInAnOrderOfTheCallers() {
        List<String> all = make(7, Duration.ofSeconds(1));
        tenant.settle();
        Collections.reverse(all);
        assertThat(ids(tenant.client().search().sorted(SearchTerm.EVERYTHING, "-CreatedOn", Select.NOTHING, 3)))
                .isEqualTo(all);
        assertThatIllegalArgumentException().isThrownBy(() -> everything(1_001));
    }

    @Test
    void listsTheVocabulary() {
        assertThat(tenant.client().vocabulary().fields(4).stream().map(WireFieldDefinition::name))
                .contains("Title", "Keywords", "RightsStatus")
                .doesNotHaveDuplicates();
        assertThat(tenant.client().vocabulary().languages(2).stream().map(WireLanguage::culture))
                .containsExactly("en-US", "en-US", "de-AT");
        assertThat(tenant.client()
                        .vocabulary()
                        .classificationByPath("/Markets/Austria")
                        .identifier())
                .isEqualTo("AT");
        assertThat(tenant.client().vocabulary().fieldByName("It's none")).isEmpty();
    }

    @Test
    void narrowsAssetsByStatusTextAndChange() {
        String released = tenant.sandbox.personUploads("Summer sale", Tenant.BYTES);
        tenant.client().records().update(released, new RecordChange().status("released"));
        String draft = tenant.sandbox.personUploads("Winter sale", Tenant.BYTES);
        tenant.settle();
        AssetReader reader = tenant.the(AssetReader.class);
        assertThat(reader.query(AssetQuery.ALL.withStatuses(List.of(AssetStatus.PUBLISHED))))
                .extracting(one -> one.ref().id())
                .containsExactly(released);
        assertThat(reader.query(AssetQuery.ALL.withText("sale winter")))
                .extracting(one -> one.ref().id())
                .containsExactly(draft);
        assertThat(reader.query(AssetQuery.ALL.changedSince(tenant.clock.now())))
                .isEmpty();
    }

    @Test
    void narrowsAssetsByTagsAndSegmentsInTheWordsOfTheirFields() {
        try (Tenant places = new Tenant(options ->
                options.assetFields(Map.of("title", "Title", "tags", "Keywords", "segment.region", "Market")))) {
            Asset both = made(places, "k-1", List.of("red", "car"), Segment.region("AT"));
            made(places, "k-2", List.of("red"), Segment.region("Germany"));
            made(places, "k-3", List.of("Red", "car"), Segment.region("AT"));
            places.settle();
            AssetReader reader = places.the(AssetReader.class);
            assertThat(reader.query(AssetQuery.ALL.withTags(List.of("red", "car"))))
                    .extracting(Asset::ref)
                    .containsExactly(both.ref());
            AssetQuery austria = AssetQuery.ALL.withSegments(List.of(Segment.region("AT")));
            assertThat(reader.query(austria)).extracting(Asset::key).containsExactlyInAnyOrder("k-1", "k-3");
            assertThat(reader.query(austria.withTags(List.of("red"))))
                    .extracting(Asset::ref)
                    .containsExactly(both.ref());
            // No record can be of a market that nobody defined.
            assertThat(reader.query(AssetQuery.ALL.withSegments(List.of(Segment.region("Atlantis")))))
                    .isEmpty();
            List<Segment> brand = List.of(Segment.brand("Northpeak"));
            places.sandbox.clearRequests();
            ConnectorException failure = catchThrowableOfType(
                    ConnectorException.class, () -> reader.query(AssetQuery.ALL.withSegments(brand)));
            assertThat(failure.error().trace().operation()).isEqualTo("assets.query.segments");
            assertThat(failure.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
            assertThat(places.sandbox.requests()).isEmpty();
        }
    }

    private static Asset made(Tenant tenant, String key, List<String> tags, Segment segment) {
        Asset draft = Asset.builder(SourceRef.of("elsewhere", key))
                .title("Poster")
                .tags(tags)
                .segments(List.of(segment))
                .build();
        return tenant.the(AssetWriter.class).create(new AssetDraft(key, draft, null));
    }
}
