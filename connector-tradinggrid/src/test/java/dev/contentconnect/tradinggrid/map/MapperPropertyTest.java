package dev.contentconnect.tradinggrid.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.AnyJson;
import dev.contentconnect.core.testkit.AnyRights;
import dev.contentconnect.tradinggrid.wire.WireAnnotation;
import dev.contentconnect.tradinggrid.wire.WireCompany;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import dev.contentconnect.tradinggrid.wire.WireJob;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the services send, a mapper gives a value or names what is wrong. */
class MapperPropertyTest {
    private static final SourceRef REF = SourceRef.of("tradinggrid", "tx-1");
    private static final Meaning MEANING = new Meaning(
            Set.of("ZZ:ACME"),
            Map.of("864", "request"),
            "reference id",
            "reference number",
            "reason",
            URI.create("https://portal.example/tx"));

    @Provide
    Arbitrary<Map<String, @Nullable Object>> attributes() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "transactionid",
                                "correlationid",
                                "transactionlevel",
                                "status",
                                "fastatus",
                                "deliverystatus",
                                "errorcode",
                                "externalerrormessage",
                                "statusdate",
                                "fastatusdate",
                                "arrivaltime",
                                "editype",
                                "receivername",
                                "receiveraddress",
                                "sendername",
                                "senderfilename",
                                "outsize",
                                "insize",
                                "contentkeys",
                                "brand new"),
                        AnyJson.orNull("key", "value", "x"))
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> states() {
        return Arbitraries.oneOf(
                Arbitraries.of("Delivered", "Completed", "On Hold", "S", "F", "A", "R", "E", "W", "Accepted"),
                Arbitraries.strings().ofMaxLength(6));
    }

    @Property
    void makesSomethingOfAnyEntry(@ForAll("attributes") Map<String, @Nullable Object> attributes) {
        WireEntry entry = WireEntry.of(attributes);
        boolean named = entry.id() != null;
        assertThat(AssetMapper.toAsset(entry, MEANING).isRight())
                .isEqualTo(named && AssetMapper.fileName(entry) != null);
        assertThat(EventMapper.toStatusEvent(entry, MEANING).isRight())
                .isEqualTo(named && EventMapper.changedAt(entry) != null);
        assertThat(EventMapper.toAcknowledgement(entry, MEANING).isRight())
                .isEqualTo(named && EventMapper.acknowledgedAt(entry) != null);
        DeliveryMapper.toDelivery(entry, List.of(entry), MEANING)
                .peek(delivery -> assertThat(delivery.ref().id()).isEqualTo(entry.id()));
        assertThat(DeliveryMapper.toReceipts(entry, List.of(entry)).size()).isLessThanOrEqualTo(2);
    }

    @Property
    void keepsEveryAttributeOfAnEntry(@ForAll("attributes") Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(attributes);
        whole.put("transactionid", "tx-1");
        whole.put("senderfilename", "a.jpg");
        whole.remove("contentkeys");
        WireEntry entry = WireEntry.of(whole);
        Map<String, @Nullable Object> kept =
                AssetMapper.toAsset(entry, MEANING).get().extensions().get("tradinggrid");
        whole.values().removeIf(Objects::isNull);
        assertThat(kept).containsAllEntriesOf(whole);
    }

    @Property
    void anAcknowledgementIsADecisionOnlyForTheFiveThatAre(@ForAll("states") String word) {
        WireEntry entry = WireEntry.of(Map.of("transactionid", "tx-1", "fastatus", word, "receivername", "Verona"));
        boolean decided = Acknowledgement.of(entry).outcome() != null;
        assertThat(DeliveryMapper.toApproval(entry, MEANING).isPresent()).isEqualTo(decided);
        if (decided) {
            assertThat(Acknowledgement.of(entry))
                    .isIn(
                            Acknowledgement.ACCEPTED,
                            Acknowledgement.BY_HAND,
                            Acknowledgement.WITH_ERRORS,
                            Acknowledgement.IN_PART,
                            Acknowledgement.REJECTED);
        }
    }

    @Property
    void aFileIsReceivedOnlyWhenItWasFetched(@ForAll("states") String word) {
        WireEntry entry = WireEntry.of(Map.of("transactionid", "tx-1", "status", word, "receivername", "Verona"));
        assertThat(DeliveryMapper.toReceipts(entry, List.of()).isEmpty())
                .isEqualTo(EntryState.of(word) != EntryState.DELIVERED);
    }

    @Property
    void makesAPartnerOfAnyCompanyWithAName(
            @ForAll("attributes") Map<String, @Nullable Object> odd, @ForAll String name) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(odd);
        members.put("partnerCompanyName", name);
        WireCompany wire = Json.convert(members, WireCompany.class);
        var partner = PartnerMapper.toPartner(wire, PartnerFields.DEFAULTS, Set.of("active"), null, List.of());
        assertThat(partner.isRight()).isEqualTo(!name.isBlank());
        partner.peek(one -> assertThat(one.name()).isEqualTo(name));
    }

    @Property
    void makesReceiptsOfAnyJob(@ForAll("attributes") Map<String, @Nullable Object> odd, @ForAll String text) {
        List<@Nullable Object> deliveries = new ArrayList<>();
        deliveries.add(null);
        deliveries.add(Map.of(
                "ref_base64",
                text,
                "delivery_attempts",
                List.of(Map.of("state", text)),
                "events",
                Map.of("email_delivery_events", Map.of("pull", List.of(text, odd.size())))));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("job_id", "j");
        members.put("deliveries", deliveries);
        members.put("attachments", null);
        WireJob job = Json.convert(members, WireJob.class);
        assertThat(NoticeMapper.toReceipts(REF, "Verona", job)).hasSize(1);
        assertThat(NoticeMapper.status(job).value()).isEqualTo("delivered");
    }

    @Property
    void makesCommentsOfAnyRemark(@ForAll String text, @ForAll("attributes") Map<String, @Nullable Object> odd) {
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("id", "2");
        reply.put("message", List.of(Map.of("text", text)));
        Map<String, @Nullable Object> remark = new LinkedHashMap<>();
        remark.put("id", "1");
        remark.put("message", null);
        remark.put("replies", List.of(reply));
        remark.put("zz", odd);
        WireAnnotation wire = Json.convert(remark, WireAnnotation.class);
        assertThat(CommentMapper.toComments(REF, List.of(wire))).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo(text);
            assertThat(one.replyTo()).isEqualTo(SourceRef.of("tradinggrid", "1"));
        });
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return AnyRights.of(REF, RightsStatus.CLEARED, RightsStatus.EXPIRED, RightsStatus.UNKNOWN);
    }

    @Property
    void readsBackEveryRightItWrote(@ForAll("rights") RightsRecord rights) {
        RightsRecord plain = rights.toBuilder().updatedAt(null).build();
        List<Map<String, Object>> values = new ArrayList<>();
        RightsMapper.toValues("k", plain, null, RightsColumns.DEFAULTS)
                .forEach((index, value) -> values.add(Map.of("index", index, "value", value)));
        WireXrefEntry row = Json.convert(Map.of("key", "k", "values", values), WireXrefEntry.class);
        assertThat(RightsMapper.toRights(REF, row, RightsColumns.DEFAULTS)).isEqualTo(plain);
        assertThat(RightsMapper.holds(plain, RightsColumns.DEFAULTS)).isTrue();
    }
}
