package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.CapturedLog;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.api.FinderList;
import dev.contentconnect.vip.api.Outlet;
import dev.contentconnect.vip.sandbox.VtinfoFinderSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd about Brand Finder, and bad weather. */
class VtinfoFinderPitfallTest extends FinderStage {
    @Nested
    class Oddities {
        @Test
        void aListOfOneComesAsThatOne() {
            service.outlet("Only Store", 1, "First Brand");
            assertThat(all(AROUND)).extracting(Outlet::name).containsExactly("Only Store");
        }

        @Test
        void whatCannotBeReadStandsBesideWhatCan() {
            service.outlet("Good Store", 1, "First Brand");
            service.odd(Map.of("dba", "Odd Store", "lat", "north", "zip", 5446, "city", List.of("x"), "clerk", "Ann"));
            List<MappingIssue> issues = new ArrayList<>();
            List<Outlet> found =
                    finder.outlets(AROUND).onIssue(issues::add).stream().toList();
            assertThat(found).extracting(Outlet::name).containsExactly("Good Store", "Odd Store");
            assertThat(found.get(1).zip()).isEqualTo("05446");
            assertThat(found.get(1).rest()).containsEntry("clerk", "Ann");
            assertThat(issues).extracting(MappingIssue::path).containsExactly("location[1].city", "location[1].lat");
            assertThat(issues).extracting(MappingIssue::item).containsOnly("Odd Store");
        }

        @Test
        void anErrorComesWithStatus200() {
            service.says("The zip code is not one of the United States");
            ConnectorException e = failure(() -> all(AROUND));
            assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(e).hasMessageContaining("not one of the United States");
            service.says("Invalid signature");
            assertThat(failure(() -> all(AROUND)).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        }

        @Test
        void aRemarkBesideOutletsIsNoError() {
            service.failNext(
                    1,
                    "GET",
                    "/",
                    Fault.reply(SandboxResponse.json(
                            Map.of("errMsg", "Results may be old", "location", Map.of("dba", "A Store")))));
            assertThat(all(AROUND)).hasSize(1);
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @ValueSource(ints = {-25, -11, 11, 600})
        void sayThatTheClockIsWrong(int minutes) {
            service.clockIsAhead(Duration.ofMinutes(minutes));
            ConnectorException e = failure(() -> all(AROUND));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(e.error().trace().vendorCode()).isEqualTo("signature_or_clock");
            assertThat(e).hasMessageContaining("clock").hasMessageContaining("its clock says Thu, 5 Nov 2026");
        }

        @ParameterizedTest
        @ValueSource(ints = {-9, 9})
        void doNotComeForAClockThatIsNearlyRight(int minutes) {
            service.clockIsAhead(Duration.ofMinutes(minutes));
            assertThat(all(AROUND)).isEmpty();
        }

        @Test
        void sayThatTheSecretIsWrong() {
            try (VtinfoFinder wrong = VtinfoFinder.create(
                    config(service.finder()).secret(Secret.of("an0ther")).build())) {
                ConnectorException e = failure(() -> wrong.lookup(FinderList.brands()));
                assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
                assertThat(e).hasMessageContaining("secret");
            }
            service.failNext(1, "GET", "/", Fault.status(403));
            assertThat(failure(() -> all(AROUND)).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        }
    }

    @Nested
    class Weather {
        @Test
        void isReportedByItsKind() {
            service.outlet("Store", 1, "First Brand");
            service.outlet("Store 2", 1, "First Brand");
            Map<Fault, ErrorKind> kinds = Map.of(
                    Fault.status(429), ErrorKind.RATE_LIMITED,
                    Fault.htmlPage(503), ErrorKind.UNAVAILABLE,
                    Fault.htmlPage(200), ErrorKind.UNDECODABLE,
                    Fault.connectionReset(), ErrorKind.UNAVAILABLE,
                    Fault.malformedBody(), ErrorKind.UNDECODABLE,
                    Fault.nestedBody(2_000), ErrorKind.UNDECODABLE,
                    Fault.reply(SandboxResponse.text(200, "application/json", "[]")), ErrorKind.UNDECODABLE);
            kinds.forEach((fault, kind) -> {
                // The JDK asks once more by itself where a used connection ends before any answer.
                service.failNext(9, "GET", "/", fault);
                assertThat(failure(() -> all(AROUND)).kind())
                        .as(fault.toString())
                        .isEqualTo(kind);
                service.clearFaults();
            });
            assertThat(all(AROUND)).hasSize(2);
        }

        @Test
        void thatPassesIsWaitedOut() {
            service.outlet("Store", 1, "First Brand");
            service.limitRate(1, Duration.ofSeconds(7));
            service.failNext(1, "GET", "/", Fault.truncatedBody());
            try (VtinfoFinder patient = VtinfoFinder.create(
                    config(service.finder()).retry(RetryPolicy.standard()).build())) {
                assertThat(patient.outlets(AROUND).stream()).hasSize(1);
            }
            assertThat(clock.sleeps()).contains(Duration.ofSeconds(7));
        }

        @Test
        void thatIsTooSlowEndsInTime() {
            service.failNext(1, "GET", "/", Fault.latency(Duration.ofSeconds(3)));
            try (VtinfoFinder hasty = VtinfoFinder.create(config(service.finder())
                    .requestTimeout(Duration.ofMillis(300))
                    .build())) {
                assertThat(failure(() -> hasty.lookup(FinderList.brands())).kind())
                        .isEqualTo(ErrorKind.TIMED_OUT);
            }
        }

        @Test
        void isNotMadeWorseByUs() {
            try (VtinfoFinder polite =
                    VtinfoFinder.create(config(service.finder()).rateGate(null).build())) {
                for (int i = 0; i < 7; i++) {
                    assertThat(polite.outlets(AROUND).stream()).isEmpty();
                }
            }
            Duration waited = clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(waited).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
    }

    @Test
    void showsNoSecretInLogsExceptionsTextsAndAddresses() {
        StringWriter shown = new StringWriter();
        PrintWriter out = new PrintWriter(shown);
        String log;
        try (CapturedLog captured = CapturedLog.open()) {
            out.println(finder + " " + config(service.finder()).build());
            service.clockIsAhead(Duration.ofHours(1));
            failure(() -> all(AROUND)).printStackTrace(out);
            service.clockIsAhead(Duration.ZERO);
            service.odd(Map.of("dba", "Odd Store", "lat", "north"));
            all(AROUND.implementation(VtinfoFinderSandbox.IMPLEMENTATION));
            log = captured.text();
        }
        assertThat(log).contains("location[0].lat");
        List<String> secrets =
                new ArrayList<>(List.of(VtinfoFinderSandbox.SECRET, VtinfoFinderSandbox.IMPLEMENTATION_SECRET));
        for (SandboxRequest request : service.requests()) {
            secrets.add(request.header("vipSignature").orElseThrow());
            shown.append(request.rawQuery());
        }
        for (String secret : secrets) {
            assertThat(shown.toString()).doesNotContain(secret);
            assertThat(log).doesNotContain(secret);
        }
    }
}
