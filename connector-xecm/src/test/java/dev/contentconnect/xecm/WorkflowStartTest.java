package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.xecm.api.Workflows;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workflow is started with: attachments and the due date. */
class WorkflowStartTest extends Scenes {
    private static final String DRAFTS = "/cs/cs/api/v2/draftprocesses";
    private static final String DUE = "WorkflowForm_WorkflowDueDate";
    private static final int MAP = (int) XecmSandbox.APPROVAL_MAP;

    private Workflows workflows() {
        return connector.client().workflows();
    }

    private Approval ask(String key, SourceRef subject, @Nullable Instant dueAt) {
        ApprovalRequest request = new ApprovalRequest(key, "Poster", subject, null, List.of(), dueAt, null, Map.of());
        return connector.require(ApprovalDesk.class).request(request).get(0);
    }

    private CaseRecord open(String key, SourceRef subject) {
        return connector
                .require(CaseDesk.class)
                .open(new CaseRequest(key, "review", "Poster", subject, "1", null, null, Map.of()));
    }

    /** The field body of the newest request. */
    private Map<?, ?> sent(String method) {
        List<SandboxRequest> all = sandbox.requests(method, DRAFTS);
        String text = String.valueOf(all.get(all.size() - 1).form().get("body"));
        return (Map<?, ?>) Json.decodePlain(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the newest draft was filled in with: the request before the one that started it. */
    private Object due() {
        List<SandboxRequest> all = sandbox.requests("PUT", DRAFTS);
        String text = String.valueOf(all.get(all.size() - 2).form().get("body"));
        Map<?, ?> body = (Map<?, ?>) Json.decodePlain(text.getBytes(StandardCharsets.UTF_8));
        return ((Map<?, ?>) body.get("values")).get(DUE);
    }

    /** What stands in the folder of attachments, and what the workflow notes of it. */
    private void assertAttached(SourceRef workflow, Long... documents) {
        long process = Long.parseLong(workflow.id().substring(3));
        long folder = workflows().status(process).attachmentFolder();
        assertThat(connector.client().nodes().children(folder, XecmQuery.ALL))
                .extracting(one -> one.properties().number("original_id"))
                .containsExactlyInAnyOrder(documents);
        assertThat(workflows().activities(process, process, 50))
                .filteredOn(one -> "attachment".equals(one.action()))
                .extracting(one ->
                        one.fields().object("action_properties").object("node").number("id"))
                .containsExactlyInAnyOrder(documents);
    }

    @Test
    void attachesWhatAnApprovalIsAbout() {
        SourceRef subject = create("subject", "Poster").ref();
        Approval asked = ask("k", subject, null);
        assertThat(sent("POST"))
                .isEqualTo(Map.of("workflow_id", MAP, "doc_ids", subject.id(), "AttachDocuments", "true"));
        assertAttached(asked.ref(), id(subject));
    }

    @Test
    void attachesWhatACaseIsAboutWhenItIsOfThisServer() {
        CaseRecord foreign = open("foreign", SourceRef.of("dam", "42"));
        assertThat(sent("POST")).isEqualTo(Map.of("workflow_id", MAP));
        assertAttached(foreign.ref());

        SourceRef subject = create("subject", "Poster").ref();
        assertAttached(open("own", subject).ref(), id(subject));
    }

    @Test
    void attachesSeveralDocumentsOfADraft() {
        long one = sandbox.upload(XecmSandbox.FOLDER, "one.pdf", new byte[1]);
        long two = sandbox.upload(XecmSandbox.FOLDER, "two.pdf", new byte[1]);
        long draft = workflows().createDraft(XecmSandbox.APPROVAL_MAP, List.of(one, two));
        assertThat(sent("POST").get("doc_ids")).isEqualTo(one + "," + two);
        workflows().fillDraft(draft, Map.of("WorkflowForm_Title", "Both"));
        assertAttached(SourceRef.of("xecm", "wf:" + workflows().initiate(draft, null)), one, two);
    }

    @Test
    void letsTheOlderOfTwoGoOnThatWereStartedUnderOneKeyInTheSameMoment() {
        SourceRef subject = create("subject", "Poster").ref();
        sandbox.workflows().letAnotherStartFirst();
        Approval ours = ask("k", subject, null);
        assertThat(ours.status()).isEqualTo(ApprovalStatus.PENDING);
        assertOneGoesOn(ours.ref());
        assertThat(ask("k", subject, null).ref()).isEqualTo(ours.ref());
    }

    @Test
    void letsTheOlderOfTwoCasesGoOn() {
        sandbox.workflows().letAnotherStartFirst();
        CaseRecord ours = open("k", SourceRef.of("dam", "42"));
        assertThat(ours.status()).isEqualTo(CaseStatus.OPEN);
        assertOneGoesOn(ours.ref());
        assertThat(connector.require(CaseDesk.class).findByKey("k")).contains(ours);
    }

    /** Of the two that there are, the older one. */
    private void assertOneGoesOn(SourceRef workflow) {
        long oldest = Long.parseLong(workflow.id().substring(3));
        assertThat(workflows().list("Both", "ontime", 30))
                .extracting(one -> one.number("process_id"))
                .containsExactly(oldest);
        assertThat(workflows().list("Both", "stopped", 30))
                .extracting(one -> one.number("process_id"))
                .singleElement()
                .satisfies(younger -> assertThat(younger).isGreaterThan(oldest));
    }

    @Test
    void sendsTheDueDateInTheServersTimeWithABlankInIt() {
        SourceRef subject = create("subject", "Poster").ref();
        Instant noon = Instant.parse("2031-06-01T12:00:00.250Z");
        Approval utc = ask("utc", subject, noon);
        assertThat(due()).isEqualTo("2031-06-01 12:00:00.000");
        assertThat(utc.dueAt()).isEqualTo(Instant.parse("2031-06-01T12:00:00Z"));

        ZoneId vienna = ZoneId.of("Europe/Vienna");
        sandbox.hideZone(vienna);
        reopen(options().zone(vienna));
        Approval there = ask("vienna", subject, noon);
        assertThat(due()).isEqualTo("2031-06-01 14:00:00.000");
        assertThat(there.dueAt()).isEqualTo(Instant.parse("2031-06-01T12:00:00Z"));
    }

    @Test
    void sendsNoDueDateWhereThereIsNone() {
        Approval asked = ask("k", create("subject", "Poster").ref(), null);
        assertThat(due()).isNull();
        assertThat(asked.dueAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-06-01T12:00:00.000", "2031-06-01 12:00:00", "2031-06-01", "2031-06-01T12:00:00Z", ""})
    void isToldOfADueDateOfAnotherForm(String due) {
        long draft = workflows().createDraft(XecmSandbox.APPROVAL_MAP, List.of());
        ConnectorException failure = failure(() -> workflows().fillDraft(draft, Map.of(DUE, due)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining(DUE);
    }

    @Test
    void looksForWhatEndedAsFarBackAsItWasTold() {
        reopen(options().finishedDays(90));
        connector.require(CaseDesk.class).findByKey("k");
        List<SandboxRequest> asked = sandbox.requests("GET", "/cs/cs/api/v2/workflows/status");
        for (String ended : List.of("completed", "stopped")) {
            assertThat(asked)
                    .filteredOn(one -> one.query("wstatus").orElse("").equals(ended))
                    .singleElement()
                    .satisfies(one -> assertThat(one.query("wfretention")).hasValue("90"));
        }
        assertThat(asked)
                .filteredOn(one -> one.query("wstatus").orElse("").equals("ontime"))
                .allSatisfy(one -> assertThat(one.query("wfretention")).isEmpty());
    }
}
