package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.wire.WireAssignment;
import dev.contentconnect.workflow.wire.WireAttachment;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireExecution;
import dev.contentconnect.workflow.wire.WireExecutionAction;
import dev.contentconnect.workflow.wire.WireTask;
import dev.contentconnect.workflow.wire.WireVariable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service in its own words, on the sandbox and on the real engine alike. Where they disagree, the sandbox is wrong. */
abstract class ClientFlow extends FlowScene {
    ClientFlow(WorkflowConfig config, WorkflowConnector connector) {
        super(config, connector);
    }

    @Test
    void secondClaimOnTheWireIsAConflict() {
        String task = requested("legal").get(0).ref().id();
        connector().client().tasks().claim(task, ANNA.id());

        assertThat(kindOf(() -> connector().client().tasks().claim(task, BEN.id())))
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void aMessageAboutANewVersionAsksEverybodyAgain() {
        Approval asked = requested("legal").get(0);
        WireExecution waiting = connector()
                .client()
                .executions()
                .list(WorkflowQuery.ALL
                        .with("processInstanceId", asked.caseRef().id())
                        .with("messageEventSubscriptionName", "contentconnect-new-version"))
                .iterator()
                .next();

        connector()
                .client()
                .executions()
                .act(
                        waiting.id(),
                        WireExecutionAction.message(
                                "contentconnect-new-version", List.of(WireVariable.of("assetVersion", "string", "2"))));

        Approval again = eventually(() ->
                approvals()
                        .query(ApprovalQuery.ALL.ofCase(asked.caseRef()).withStatuses(List.of(ApprovalStatus.PENDING)))
                        .stream()
                        .filter(one -> !one.ref().equals(asked.ref()))
                        .findFirst()
                        .orElse(null));
        assertThat(again.stakeholder()).isEqualTo("legal");
        assertThat(approvals().get(asked.ref()).status()).isEqualTo(ApprovalStatus.CANCELLED);
    }

    @Test
    void offersATaskToAnotherGroupAndTakesItBack() {
        String task = requested("legal").get(0).ref().id();
        WireAssignment editors = WireAssignment.candidateGroup("editors");

        connector().client().assignments().add(task, List.of(editors));
        assertThat(connector().client().assignments().list(task))
                .extracting(WireAssignment::group)
                .contains("editors");
        connector().client().assignments().remove(task, List.of(editors));

        assertThat(connector().client().assignments().list(task))
                .extracting(WireAssignment::group)
                .isNotEmpty()
                .doesNotContain("editors");
    }

    @Test
    void deploysModelsOnlyWhenTheyChanged() {
        assertThat(ModelLibrary.deployAll(connector().client())).isEmpty();
        assertThat(connector().client().models().list(WorkflowQuery.ALL.with("latestVersion", true)))
                .extracting(model -> model.key())
                .containsAll(ModelLibrary.keys());
    }

    @Test
    void walksThroughPagesWithoutLosingATask() {
        Approval asked =
                requested("brand", "legal", "marketing", "product", "finance").get(0);

        List<String> ids = connector()
                .client()
                .tasks()
                .list(WorkflowQuery.ALL
                        .pages(2)
                        .with("processInstanceIdWithChildren", asked.caseRef().id()))
                .stream()
                .map(WireTask::id)
                .toList();

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void putsOneAssignmentInThePlaceOfOthers() {
        String task = requested("legal").get(0).ref().id();

        client().assignments().put(task, List.of(WireAssignment.candidateGroup("editors")));

        assertThat(client().assignments().list(task))
                .extracting(WireAssignment::group)
                .containsExactly("editors");
    }

    @Test
    void attachesReadsAndDeletesALink() {
        String task = requested("legal").get(0).ref().id();
        WireAttachment link = WireAttachment.link("Layout", "https://dam.example/42?a=b%20c");

        String id = client().attachments().add(task, link).id();

        assertThat(client().attachments().get(task, id).externalUrl()).isEqualTo(link.externalUrl());
        client().attachments().delete(task, id);
        assertThat(client().attachments().list(task)).isEmpty();
    }

    @Test
    void commentsAreDeleted() {
        Approval asked = requested("legal").get(0);
        String instance = asked.caseRef().id();
        String task = asked.ref().id();
        String ofTask = client().comments().addToTask(task, "on the task").id();
        String ofInstance =
                client().comments().addToInstance(instance, "on the case").id();

        client().comments().deleteFromTask(task, ofTask);
        client().comments().deleteFromInstance(instance, ofInstance);

        assertThat(client().comments().ofTask(task)).isEmpty();
        assertThat(client().comments().ofInstance(instance, WorkflowQuery.ALL))
                .extracting(WireComment::message)
                .containsExactly("please look closely");
    }

    @Test
    void whatIsSaidOfATaskIsSaidOfItsInstance() {
        Approval asked = requested("legal").get(0);
        client().comments().addToTask(asked.ref().id(), "on the task");
        String child = client().tasks().get(asked.ref().id()).processInstanceId();

        assertThat(client().comments().ofInstance(child, WorkflowQuery.ALL))
                .extracting(WireComment::message)
                .containsExactly("on the task");
    }

    @Test
    void keepsVariablesOfInstancesAndTasks() {
        Approval asked = requested("legal").get(0);
        String instance = asked.caseRef().id();
        WireVariable shade = WireVariable.of("shade", "string", "red");

        client().variables().create(instance, List.of(shade));
        assertThat(kindOf(() -> client().variables().create(instance, List.of(shade))))
                .isEqualTo(ErrorKind.CONFLICT);
        client().variables().put(instance, WireVariable.of("shade", "string", "blue"));
        client().variables().putAll(instance, List.of(WireVariable.of("depth", "integer", 3)));
        client().variables()
                .createForTask(
                        asked.ref().id(), List.of(new WireVariable("own", "string", "x", "local", null, Map.of())));

        assertThat(kindOf(() -> client().variables().put(instance, WireVariable.of("none", "string", "x"))))
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(client().variables().ofInstance(instance, WorkflowQuery.ALL))
                .extracting(WireVariable::name, WireVariable::value)
                .contains(tuple("shade", "blue"), tuple("depth", 3));
        assertThat(client().variables().ofTask(asked.ref().id(), WorkflowQuery.ALL.with("scope", "local")))
                .extracting(WireVariable::name)
                .containsExactly("own");
    }
}
