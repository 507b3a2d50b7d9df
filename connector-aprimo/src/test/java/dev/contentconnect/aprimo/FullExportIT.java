package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.aprimo.sandbox.ManyRecords;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Heap;
import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/**
 * A full export of records that are deleted and made while they are told. Half a million of them with
 * {@code -Dcontentconnect.items=500000}.
 */
class FullExportIT {
    private static final int RECORDS = Integer.getInteger("contentconnect.items", 100_000);
    private static final int PAGE = 1_000;
    private static final long ALLOWED = 16L << 20;

    private long most;

    @Test
    void tellsEachRecordOnceAndLeavesNoneOutInAHeapThatStaysFlat() {
        // The quota is waited for on this clock: 500 pages take half a minute of it.
        FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
        BitSet told = new BitSet(RECORDS);
        try (ManyRecords many = new ManyRecords(RECORDS);
                AprimoConnector aprimo = AprimoConnector.create(AprimoConfig.builder()
                        .endpoint(many.endpoint())
                        .loginEndpoint(many.endpoint())
                        .clientId(AprimoSandbox.CLIENT_ID)
                        .clientSecret(Secret.of(AprimoSandbox.CLIENT_SECRET))
                        .time(clock)
                        .build())) {
            long before = Heap.alive();
            most = before;
            int count = 0;
            for (Asset asset : aprimo.require(AssetReader.class).query(AssetQuery.ALL.withPageSize(PAGE))) {
                int number = ManyRecords.number(asset.ref().id());
                assertThat(told.get(number))
                        .as("record %d was told before", number)
                        .isFalse();
                told.set(number);
                if (++count % (RECORDS / 20) == 0) {
                    most = Math.max(most, Heap.alive());
                }
            }
            BitSet missing = many.lasting();
            missing.andNot(told);
            assertThat(missing.cardinality())
                    .as("records that were there all the time and were not told")
                    .isZero();
            assertThat(told.cardinality()).isEqualTo(count).isGreaterThan(RECORDS - RECORDS / 100);
            assertThat(many.count()).isGreaterThan(RECORDS);
            assertThat(many.requests()).isBetween(RECORDS / PAGE, RECORDS / PAGE + 20);
            assertThat(most - before).as("bytes alive in the heap").isLessThan(ALLOWED);
        }
    }
}
