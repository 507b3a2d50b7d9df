package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldPortsTest {
    private static final SourceRef ASSET = SourceRef.of("one", "a-1");

    private static RightsGrant grant(String country, Extensions extensions) {
        return new RightsGrant(
                null,
                new Territories(List.of(Territory.of(country)), List.of()),
                Map.of(),
                Validity.ALWAYS,
                null,
                null,
                List.of(),
                List.of(),
                extensions);
    }

    private static RightsRecord.Builder rights(SourceRef asset) {
        return RightsRecord.builder(asset, asset).status(RightsStatus.CLEARED);
    }

    /** Rights of one asset. */
    private static final class Desk implements RightsReader, RightsWriter {
        private RightsRecord stands = RightsRecord.builder(ASSET, ASSET).build();

        @Override
        public RightsRecord rights(SourceRef asset) {
            return stands;
        }

        @Override
        public RightsRecord apply(RightsRecord rights) {
            stands = rights;
            return stands;
        }

        @Override
        public RightsRecord block(SourceRef asset, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RightsRecord unblock(SourceRef asset, String reason) {
            throw new UnsupportedOperationException();
        }
    }

    @Nested
    class Rights {
        private final Desk desk = new Desk();

        private String read(RightsRecord rights, String... parts) {
            desk.stands = rights;
            return FieldPorts.rights(desk, desk, parts).read(ASSET).value();
        }

        @Test
        void areTheSameTextWhateverTheSystemAddsAndInWhateverOrder() {
            Extensions details = Extensions.of("one", Map.of("row", 7));
            RightsRecord one = rights(ASSET)
                    .grants(List.of(grant("DE", details), grant("AT", Extensions.none())))
                    .assetVersion("v1")
                    .updatedAt(Instant.EPOCH)
                    .extensions(details)
                    .build();
            RightsRecord two = rights(SourceRef.of("two", "x"))
                    .grants(List.of(grant("AT", Extensions.none()), grant("DE", Extensions.none())))
                    .build();
            assertThat(read(one)).isEqualTo(read(two)).isNotNull();
            assertThat(read(one)).isNotEqualTo(read(two.toBuilder().holder("Me").build()));
            assertThat(read(one, "grants"))
                    .isEqualTo(read(two.toBuilder().holder("Me").build(), "grants"));
        }

        @Test
        void areNothingWhereTheSystemSaysNothing() {
            assertThat(read(RightsRecord.builder(ASSET, ASSET).build())).isNull();
            assertThat(read(rights(ASSET).build(), "grants")).isNull();
        }

        @Test
        void areWrittenPartByPartAndTheRestIsLeftAlone() {
            Extensions details = Extensions.of("one", Map.of("row", 7));
            String wanted = read(rights(ASSET)
                    .status(RightsStatus.BLOCKED)
                    .grants(List.of(grant("DE", Extensions.none())))
                    .build());
            RightsRecord present =
                    rights(ASSET).holder("Me").extensions(details).build();
            desk.stands = present;
            FieldPort port = FieldPorts.rights(desk, desk, "grants");
            Reading answer = port.write(new FieldWrite(ASSET, wanted, port.read(ASSET), "k", "why"));
            assertThat(desk.stands.grants()).hasSize(1);
            assertThat(desk.stands.holder()).isEqualTo("Me");
            assertThat(desk.stands.status()).isEqualTo(RightsStatus.CLEARED);
            assertThat(desk.stands.extensions()).isEqualTo(details);
            assertThat(answer).as("more was asked for than is kept").isNull();
            port.write(new FieldWrite(ASSET, null, port.read(ASSET), "k", "why"));
            assertThat(desk.stands).isEqualTo(present);
        }

        @Test
        void areNotWrittenOverAnEditOrAsNonsense() {
            FieldPort port = FieldPorts.rights(desk, desk);
            Reading seen = port.read(ASSET);
            desk.stands = rights(ASSET).build();
            assertThat(catchThrowableOfType(
                                    ConnectorException.class,
                                    () -> port.write(new FieldWrite(ASSET, null, seen, "k", "why")))
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
            for (String nonsense : new String[] {"open", "[1]", "{\"grants\":7}"}) {
                FieldWrite write = new FieldWrite(ASSET, nonsense, port.read(ASSET), "k", "why");
                assertThat(catchThrowableOfType(ConnectorException.class, () -> port.write(write))
                                .kind())
                        .as(nonsense)
                        .isEqualTo(ErrorKind.REJECTED);
            }
        }

        @Test
        void haveNoOtherParts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FieldPorts.rights(desk, desk, "updatedAt"))
                    .withMessageContaining("updatedAt");
        }
    }

    @Nested
    class OtherWords {
        private final TwoSystems pair = new TwoSystems();
        private final FieldPort words =
                FieldPorts.translated(pair.right, Map.of("In Review", "in_review", "Fertig", "approved"));

        private MirrorResult sync() {
            MirrorSide.Builder spoken = pair.right.side().field("status", words);
            return pair.mirror(pair.store, pair.left.side(), spoken).sync(pair.left.object, pair.right.object);
        }

        @Test
        void areTranslatedBothWays() {
            pair.left.set("in_review");
            sync();
            assertThat(pair.right.value()).isEqualTo("In Review");
            pair.right.set("Fertig");
            sync();
            assertThat(pair.left.value()).isEqualTo("approved");
            pair.right.set("Sonst");
            sync();
            assertThat(pair.left.value()).isEqualTo("Sonst");
            assertThat(sync().events()).isEmpty();
        }

        @Test
        void thatMeanTheSameAreLeftAlone() {
            FieldPort two =
                    FieldPorts.translated(pair.right, Map.of("Review", "in_review", "Under review", "in_review"));
            pair.right.set("Under review");
            pair.left.set("in_review");
            pair.mirror(pair.store, pair.left.side(), pair.right.side().field("status", two))
                    .sync(pair.left.object, pair.right.object);
            assertThat(pair.right.writes).isEmpty();
        }

        @Test
        void areNotWrittenOverAnEdit() {
            Reading seen = words.read(pair.right.object);
            pair.right.set("Fertig");
            assertThat(catchThrowableOfType(
                                    ConnectorException.class,
                                    () -> words.write(new FieldWrite(pair.right.object, "in_review", seen, "k", "why")))
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
        }
    }

    @Test
    void aHabitCanBeDeclaredForAnyField() {
        TwoSystems pair = new TwoSystems();
        pair.right.habit = String::strip;
        pair.right.answering = false;
        pair.left.set(" open ");
        MirrorSide.Builder declared = pair.right.side().field("status", FieldPorts.storing(pair.right, String::strip));
        Mirror mirror = pair.mirror(pair.store, pair.left.side(), declared);
        mirror.sync(pair.left.object, pair.right.object);
        assertThat(mirror.sync(pair.left.object, pair.right.object).events()).isEmpty();
        assertThat(pair.left.value()).isEqualTo(" open ");
        assertThat(pair.right.value()).isEqualTo("open");
    }
}
