package dev.contentconnect.core.report;

import static dev.contentconnect.core.testkit.WholePage.isSelfContained;
import static dev.contentconnect.core.testkit.WholePage.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");
    private static final String HOSTILE =
            "</td></bdi><script>alert(1)</script><img src=x onerror=\"alert('2')\"> & \u0000\u000b\ud800 \u202e \uffff";

    private static String page(List<CaseEvent> events) {
        return GovernanceReport.of(events.stream(), ReportSettings.asOf(END)).toHtml("Report");
    }

    private static CaseEvent hostile(CaseEventType type, String id) {
        return CaseEvent.builder(HOSTILE, type, id + HOSTILE, END.minusSeconds(7200))
                .caseKey(HOSTILE)
                .subject(SourceRef.of("s", HOSTILE))
                .subjectVersion(HOSTILE)
                .step(HOSTILE)
                .actor(new dev.contentconnect.core.model.Actor(HOSTILE, HOSTILE, HOSTILE))
                .outcome(type.equals(CaseEventType.ASSET_PUBLISHED) ? null : HOSTILE)
                .note(HOSTILE)
                .build();
    }

    @Test
    void theSampleIsWellFormedAndFetchesNothing() throws Exception {
        Document page = parsed(page(SampleHistory.of(320, START, END, 7)));
        isSelfContained(page);
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("polyline").getLength()).isEqualTo(1);
    }

    private static CaseEvent.Builder event(CaseEventType type) {
        return CaseEvent.builder("flow", type, type.value(), END.minusSeconds(60));
    }

    @Test
    void callsThingsByTheirTitles() {
        GovernanceReport report = GovernanceReport.of(
                Stream.of(
                        event(CaseEventType.CASE_OPENED)
                                .caseKey("k")
                                .note("Spring launch")
                                .build(),
                        event(CaseEventType.FLOW_REFUSED)
                                .caseKey("k")
                                .note("expired")
                                .build(),
                        event(CaseEventType.ASSET_PUBLISHED)
                                .subject(SourceRef.of("library", "42"))
                                .note("Leaked poster")
                                .build()),
                ReportSettings.asOf(END));

        assertThat(report.stops()).singleElement().returns("Spring launch", FlowStop::title);
        assertThat(report.compliance().violations()).singleElement().returns("Leaked poster", Violation::title);
        assertThat(report.toHtml("Report")).contains("Spring launch", "Leaked poster", "library:42");
    }

    @Test
    void saysWhatItsReadersMustKnowAboutTheSources() throws Exception {
        GovernanceReport report =
                GovernanceReport.of(SampleHistory.of(20, START, END, 7).stream(), ReportSettings.asOf(END));

        Document page = parsed(report.toHtml("Report", List.of("Downloads are not seen.", HOSTILE)));
        isSelfContained(page);
        assertThat(page.getDocumentElement().getTextContent()).contains("Please note", "Downloads are not seen.");
        assertThat(report.toHtml("Report")).doesNotContain("Please note");
    }

    @Test
    void chartsSayInWordsWhatTheyShow() throws Exception {
        Document page = parsed(page(SampleHistory.of(320, START, END, 7)));
        NodeList charts = page.getElementsByTagName("svg");
        for (int i = 0; i < charts.getLength(); i++) {
            Element chart = (Element) charts.item(i);
            boolean isDecoration = chart.getAttribute("aria-hidden").equals("true");
            assertThat(isDecoration || chart.getElementsByTagName("title").getLength() == 1)
                    .isTrue();
            assertThat(isDecoration || chart.getElementsByTagName("desc").getLength() == 1)
                    .isTrue();
        }
        assertThat(page.getElementsByTagName("details").getLength()).isEqualTo(1);
    }

    @Test
    void hostileWordsStayWords() throws Exception {
        List<CaseEvent> events = new ArrayList<>();
        for (CaseEventType type : List.of(
                CaseEventType.CASE_OPENED,
                CaseEventType.TASK_CREATED,
                CaseEventType.TASK_CLAIMED,
                CaseEventType.APPROVAL_DECIDED,
                CaseEventType.ASSET_PUBLISHED,
                CaseEventType.DELIVERY_FAILED,
                CaseEventType.FLOW_FAILED)) {
            events.add(hostile(type, type.value()));
        }
        String html =
                GovernanceReport.of(events.stream(), ReportSettings.asOf(END)).toHtml(HOSTILE);
        Document page = parsed(html);
        isSelfContained(page);
        assertThat(html).doesNotContain("<script", "<img");
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void anEmptyHistoryIsToldInASentence() throws Exception {
        String html = page(List.of());
        isSelfContained(parsed(html));
        assertThat(html).contains("nothing to report");
    }

    @Test
    void oneOpenCaseAndOneClosedCaseArePagesToo() throws Exception {
        CaseEvent opened = CaseEvent.builder("flow", CaseEventType.CASE_OPENED, "1", END.minusSeconds(90_000))
                .caseKey("A")
                .build();
        assertThat(parsed(page(List.of(opened))).getDocumentElement().getTextContent())
                .contains("1 case was opened")
                .contains("1 is open now");
        CaseEvent closed = CaseEvent.builder("flow", CaseEventType.CASE_RESOLVED, "2", END)
                .caseKey("A")
                .build();
        assertThat(parsed(page(List.of(opened, closed))).getDocumentElement().getTextContent())
                .contains("It took 25 hours")
                .contains("Nothing stands out");
    }

    @Test
    void tenThousandCasesMakeAPageOfTheSameSize() throws Exception {
        String html = page(SampleHistory.of(10_000, START, END, 5));
        isSelfContained(parsed(html));
        assertThat(html.length()).isLessThan(120_000);
    }

    @Test
    void saysWhatIsMissing() {
        List<CaseEvent> events = Stream.of("A", "B")
                .map(key -> CaseEvent.builder("flow", CaseEventType.CASE_OPENED, key, START)
                        .caseKey(key)
                        .build())
                .toList();
        ReportLimits one = new ReportLimits(1, 1, 1, 1, 1, 1, 1, 1);
        String html = GovernanceReport.of(
                        events.stream(), ReportSettings.asOf(END).within(one))
                .toHtml("Report");
        assertThat(html).contains("Some of the history is missing").contains("1 open case could no longer be followed");
    }
}
