package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.RawServer;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.vip.api.FinderList;
import dev.contentconnect.vip.api.Outlet;
import dev.contentconnect.vip.api.OutletQuery;
import dev.contentconnect.vip.sandbox.VtinfoFinderSandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VtinfoFinderTest extends FinderStage {
    @Nested
    class Searching {
        @Test
        void findsOutletsAroundAPlace() {
            service.outlet("Corner Store", 1.5, "First Brand");
            service.outlet("Far Store", 30, "First Brand");
            Outlet outlet = all(AROUND).get(0);
            assertThat(outlet)
                    .isEqualTo(new Outlet(
                            "Corner Store",
                            "1 Main St",
                            "Colchester",
                            "VT",
                            "05446",
                            "(802) 555-0100",
                            44.5439,
                            -73.1479,
                            1.5,
                            "Liquor",
                            List.of("First Brand", "Second Brand"),
                            Map.of()));
            assertThat(all(OutletQuery.around(44.5, -73.1).within(100)))
                    .extracting(Outlet::name)
                    .containsExactly("Corner Store", "Far Store");
        }

        @Test
        void sendsEachFilterOnceAndInOrder() {
            all(OutletQuery.around("05446")
                    .within(25)
                    .selling("Fiddle & Head +1")
                    .storeType("Café")
                    .category(12, "Can")
                    .category(2, "Ale")
                    .pages(400));
            assertThat(service.requests().get(0).rawQuery())
                    .isEqualTo("custID=ABC&action=results&format=JSON&zip=05446&miles=25"
                            + "&brand=Fiddle%20%26%20Head%20%2B1&storeType=Caf%C3%A9"
                            + "&category2=Ale&category12=Can&page=0&pagesize=400");
            assertThat(service.requests().get(0).headers()).containsKey("vipsignature");
        }

        @Test
        void writesAPointWithoutExponents() {
            all(OutletQuery.around(0.000001, -1e-7));
            assertThat(service.requests().get(0).rawQuery()).contains("&lat=0.0000010&long=-0.00000010&");
        }

        @Test
        void givesNothingWhereNothingWasSold() {
            assertThat(all(AROUND)).isEmpty();
            service.says("No locations were found in that area");
            assertThat(all(AROUND)).isEmpty();
        }

        @Test
        void signsWithTheSecretOfTheImplementation() {
            service.outlet("Corner Store", 1, "First Brand");
            assertThat(all(AROUND.implementation(VtinfoFinderSandbox.IMPLEMENTATION)))
                    .hasSize(1);
            assertThat(service.requests().get(0).rawQuery())
                    .startsWith("custID=ABC&UUID=" + VtinfoFinderSandbox.IMPLEMENTATION + "&action=results");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> finder.outlets(AROUND.implementation("another")))
                    .withMessageContaining("secret");
            assertThat(service.requests()).hasSize(1);
        }

        @Test
        void goesThroughTheOnlyImplementationWhereTheCustomerHasNoSecret() {
            service.outlet("Corner Store", 1, "First Brand");
            try (VtinfoFinder other =
                    VtinfoFinder.create(config(service.finder()).secret(null).build())) {
                assertThat(other.outlets(AROUND).stream()).hasSize(1);
                assertThat(other.lookup(FinderList.brands()).names()).isNotEmpty();
            }
        }

        @Test
        void asksNobodyAfterItsEnd() {
            finder.close();
            assertThatIllegalStateException().isThrownBy(() -> all(AROUND));
        }
    }

    @Nested
    class Wire {
        @Test
        void carriesTheSignedQueryByteForByte() throws IOException {
            try (RawServer server = RawServer.of(RawServer.answer(200, "{\"locationsTotal\":\"0\"}"));
                    VtinfoFinder raw = VtinfoFinder.create(
                            config(server.uri("/analytics/v2/finder")).build())) {
                assertThat(raw.outlets(AROUND.selling("a b+c%20d/é~'(1)*")).stream())
                        .isEmpty();
                RawServer.Request request = server.requests().get(0);
                String query = request.target().substring("/analytics/v2/finder?".length());
                assertThat(query).contains("&brand=a%20b%2Bc%2520d%2F%C3%A9~%27%281%29%2A&");
                Map<String, String> headers = request.headers();
                assertThat(headers).containsEntry("vipTimestamp", "Thu, 5 Nov 2026 10:00:00 GMT");
                assertThat(headers)
                        .containsEntry(
                                "vipSignature",
                                VtinfoFinderSignature.of(
                                        headers.get("vipTimestamp"),
                                        Secret.of(VtinfoFinderSandbox.SECRET),
                                        query,
                                        headers.get("vipCustID")));
            }
        }

        @Test
        void isSignedAnewForEachAttempt() {
            service.outlet("Corner Store", 1, "First Brand");
            service.failNext(2, "GET", "/", Fault.status(503));
            try (VtinfoFinder patient = VtinfoFinder.create(config(service.finder())
                    .callTimeout(Duration.ofHours(2))
                    .retry(RetryPolicy.standard()
                            .delays(Duration.ofMinutes(30), Duration.ofMinutes(30))
                            .jitter(() -> 0.9))
                    .build())) {
                // Two long waits: the stamp of the first attempt would be too old for the third.
                assertThat(patient.outlets(AROUND).stream()).hasSize(1);
            }
            assertThat(service.requests()).hasSize(3);
        }
    }

    @Nested
    class Pages {
        @Test
        void areAskedForUntilTheLast() {
            for (int i = 0; i < 25; i++) {
                service.outlet("Store " + i, 1, "First Brand");
            }
            List<Page<Outlet>> pages = new ArrayList<>();
            finder.outlets(AROUND.pages(10)).pages().forEach(pages::add);
            assertThat(pages).extracting(page -> page.items().size()).containsExactly(10, 10, 5);
            assertThat(pages.get(0).total()).isEqualTo(25);
            assertThat(finder.outlets(AROUND.pages(10)).startingAt(pages.get(0).next()).stream())
                    .extracting(Outlet::name)
                    .hasSize(15)
                    .startsWith("Store 10");
        }

        @Test
        void areAskedForWhereTheTotalIsThatOfThePage() {
            service.totalOfThePage();
            for (int i = 0; i < 20; i++) {
                service.outlet("Store " + i, 1, "First Brand");
            }
            assertThat(all(AROUND.pages(10))).hasSize(20);
        }

        @Test
        void holdTheConfiguredNumberUpToTheMostAllowed() {
            try (VtinfoFinder large =
                    VtinfoFinder.create(config(service.finder()).pageSize(1_000).build())) {
                assertThat(large.outlets(AROUND).stream()).isEmpty();
            }
            assertThat(service.requests().get(0).query("pagesize")).contains("400");
        }

        @Test
        void endWhenTheServicePassesTheNumberOver() {
            service.passesPagesOver();
            for (int i = 0; i < 25; i++) {
                service.outlet("Store " + i, 1, "First Brand");
            }
            ConnectorException e = failure(() -> all(AROUND.pages(10)));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(service.requests()).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "1:2", "-1:0:", "1:2:XYZ", "99999999999999999999:0:"})
        void beginAtCursorsOfThisListOnly(String cursor) {
            ConnectorException e = failure(() -> finder.outlets(AROUND).startingAt(Cursor.of(cursor)).stream()
                    .toList());
            assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(service.requests()).isEmpty();
        }
    }

    @Nested
    class Lists {
        @Test
        void areFoundInEachFormTheyMayHave() {
            assertThat(finder.lookup(FinderList.brands()).names()).containsExactly("First Brand", "Second Brand");
            assertThat(finder.lookup(FinderList.packages()).names()).containsExactly("12 oz can");
            assertThat(finder.lookup(FinderList.category(1)).names()).containsExactly("Ale", "Lager");
            assertThat(finder.lookup(FinderList.category(1)).members()).containsKey("categories");
            assertThat(failure(() -> finder.lookup(FinderList.category(9))).kind())
                    .isEqualTo(ErrorKind.REJECTED);
        }

        @Test
        void areKeptForTheirTime() {
            finder.lookup(FinderList.brands());
            clock.advance(Duration.ofMinutes(59));
            finder.lookup(FinderList.brands());
            assertThat(service.requests()).hasSize(1);
            finder.lookup(FinderList.packages());
            finder.lookup(FinderList.brands().of(VtinfoFinderSandbox.IMPLEMENTATION));
            assertThat(service.requests()).hasSize(3);
            clock.advance(Duration.ofMinutes(2));
            finder.lookup(FinderList.brands());
            assertThat(service.requests()).hasSize(4);
        }

        @Test
        void areNotKeptWhenTheyFailed() {
            service.failNext(1, "GET", "/", Fault.status(500));
            assertThat(failure(() -> finder.lookup(FinderList.brands()))).isNotNull();
            assertThat(finder.lookup(FinderList.brands()).names()).isNotEmpty();
        }
    }
}
