package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Map<String, String> BY_DAY =
            Map.of("status", "RightsStatus", "validUntil", "Expiry", "territories", "Market");

    private static ConnectorException failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run);
    }

    private static RightsRecord.Builder rights(SourceRef asset) {
        return RightsRecord.builder(asset, asset).status(RightsStatus.CLEARED);
    }

    private static RightsGrant grant(@Nullable Validity validity, String... places) {
        return RightsGrant.of(Territories.of(places), Map.of(), Objects.requireNonNullElse(validity, Validity.ALWAYS));
    }

    @Test
    void keepsAWholeRecordInItsFields() {
        try (Tenant tenant = new Tenant()) {
            SourceRef asset = tenant.poster("k-1").ref();
            RightsRecord wanted = rights(asset)
                    .holder("Grün & Söhne")
                    .grants(List.of(
                            grant(new Validity(Instant.parse("2031-01-01T00:00:00Z"), null), "AT", "DE"),
                            grant(null, "FR")))
                    .build();
            RightsRecord stored = tenant.the(RightsWriter.class).apply(wanted);
            assertThat(stored.grants()).isEqualTo(wanted.grants());
            assertThat(tenant.the(RightsReader.class).rights(asset)).isEqualTo(stored);
            assertThat(tenant.sandbox.values(asset.id(), "RightsHolder")).containsExactly("Grün & Söhne");
        }
    }

    @Test
    void readsWhatPeopleChangedInTheForm() {
        try (Tenant tenant = new Tenant()) {
            SourceRef asset = tenant.poster("k-1").ref();
            tenant.the(RightsWriter.class).apply(rights(asset).holder("A").build());
            tenant.sandbox.personFills(asset.id(), "RightsHolder", RecordChange.NEUTRAL, "value", "B");
            assertThat(tenant.the(RightsReader.class).rights(asset).holder()).isEqualTo("B");
        }
    }

    @Test
    void aDayCountsUntilItsEndInTheZoneOfTheTenant() {
        try (Tenant tenant = new Tenant(builder -> builder.rightsFields(BY_DAY).zone(VIENNA))) {
            SourceRef asset = tenant.poster("k-1").ref();
            Validity untilEaster = Validity.ofDays(null, LocalDate.of(2031, 4, 13), VIENNA);
            RightsRecord stored = tenant.the(RightsWriter.class)
                    .apply(rights(asset)
                            .grants(List.of(grant(untilEaster, "AT")))
                            .build());
            assertThat(tenant.sandbox.values(asset.id(), "Expiry")).containsExactly("2031-04-13");
            assertThat(stored.grants().get(0).validity().until()).isEqualTo("2031-04-13T22:00:00Z");
        }
    }

    @Test
    void refusesRightsThatTheFieldsCannotHold() {
        try (Tenant tenant = new Tenant(builder -> builder.rightsFields(BY_DAY))) {
            SourceRef asset = tenant.poster("k-1").ref();
            RightsWriter writer = tenant.the(RightsWriter.class);
            Validity noon = new Validity(null, Instant.parse("2031-04-13T12:00:00Z"));
            for (RightsRecord wrong : List.of(
                    rights(asset).holder("nobody knows where to put me").build(),
                    rights(asset).grants(List.of(grant(noon, "AT"))).build(),
                    rights(asset)
                            .grants(List.of(grant(null, "AT"), grant(null, "DE")))
                            .build())) {
                ConnectorException failure = failure(() -> writer.apply(wrong));
                assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
                assertThat(failure.error().trace().vendorCode()).isEqualTo("no_place");
            }
            assertThat(failure(() -> writer.apply(rights(asset)
                                    .status(RightsStatus.of("no-such-option"))
                                    .build()))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo("option_unknown");
            assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();
        }
    }

    @Test
    void aDateInPartAllowsNothing() {
        try (Tenant tenant = new Tenant(builder -> builder.rightsFields(BY_DAY))) {
            SourceRef asset = tenant.poster("k-1").ref();
            tenant.the(RightsWriter.class).apply(rights(asset).build());
            String expiry = Objects.requireNonNull(
                    tenant.connector.resolver().field("Expiry").id());
            RecordChange inSpring = new RecordChange()
                    .value(expiry, RecordChange.NEUTRAL, "2031-04-01")
                    .localized(expiry, RecordChange.NEUTRAL, "hasDay", false);
            tenant.client().records().update(asset.id(), inSpring);
            assertThat(tenant.the(RightsReader.class).rights(asset).status()).isEqualTo(RightsStatus.UNKNOWN);
            tenant.client()
                    .records()
                    .update(asset.id(), inSpring.localized(expiry, RecordChange.NEUTRAL, "hasDay", true));
            assertThat(tenant.the(RightsReader.class).rights(asset).status()).isEqualTo(RightsStatus.CLEARED);
        }
    }

    @Test
    void doesNotOverwriteWhatChangedMeanwhile() {
        try (Tenant tenant = new Tenant()) {
            SourceRef asset = tenant.poster("k-1").ref();
            RightsRecord read =
                    tenant.the(RightsWriter.class).apply(rights(asset).build());
            tenant.settle();
            tenant.sandbox.personFills(asset.id(), "RightsHolder", RecordChange.NEUTRAL, "value", "B");
            assertThat(failure(() -> tenant.the(RightsWriter.class)
                                    .apply(read.toBuilder().holder("C").build()))
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
            assertThat(tenant.sandbox.values(asset.id(), "RightsHolder")).containsExactly("B");
        }
    }

    @Test
    void keepsTheWordBeneathABlock() {
        try (Tenant tenant = new Tenant()) {
            SourceRef asset = tenant.poster("k-1").ref();
            RightsWriter writer = tenant.the(RightsWriter.class);
            writer.apply(rights(asset).build());
            assertThat(writer.block(asset, "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
            assertThat(tenant.sandbox.values(asset.id(), "Blocked, because")).containsExactly("complaint");
            RightsRecord again = writer.apply(
                    rights(asset).status(RightsStatus.BLOCKED).holder("A").build());
            assertThat(again.status()).isEqualTo(RightsStatus.BLOCKED);
            assertThat(tenant.sandbox.values(asset.id(), "Blocked, because")).containsExactly("complaint");
            assertThat(writer.unblock(asset, "settled").status()).isEqualTo(RightsStatus.CLEARED);
            assertThat(writer.unblock(asset, "settled").holder()).isEqualTo("A");
        }
    }

    @Test
    void offersNoBlockWithoutAFieldForIt() {
        try (Tenant tenant = new Tenant(builder -> builder.rightsFields(BY_DAY))) {
            assertThat(failure(() -> tenant.the(RightsWriter.class).block(Tenant.ref("1"), "x"))
                            .error()
                            .trace()
                            .vendorCode())
                    .isEqualTo(NotOffered.CODE);
        }
        try (Tenant tenant = new Tenant(builder -> builder.rightsFields(Map.of()))) {
            assertThat(tenant.connector.find(RightsReader.class)).isEmpty();
        }
    }
}
