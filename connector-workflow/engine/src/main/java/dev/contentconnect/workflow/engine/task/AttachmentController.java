package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links attached to an open task. Content itself would live in the vendor's content service, which is not here. */
@RestController
@RequestMapping("/workflow/v1/tasks/{id}/attachments")
class AttachmentController {

    private static final List<String> FIELDS =
            List.of("id", "name", "description", "type", "externalUrl", "contentUrl", "userId", "time");

    private final EngineCalls calls;

    AttachmentController(EngineCalls calls) {
        this.calls = calls;
    }

    @GetMapping
    ObjectNode list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        open(id);
        return Hal.page("attachments", View.each(calls.get(path(id)), one -> view(id, one)), Window.of(parameters));
    }

    @GetMapping("/{attachmentId}")
    ObjectNode get(@PathVariable String id, @PathVariable String attachmentId) {
        open(id);
        return view(id, calls.get(path(id) + "/" + EngineCalls.encoded(attachmentId)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(@PathVariable String id, @RequestBody JsonNode attachment) {
        if (attachment.path("externalUrl").asText("").isBlank()) {
            throw FacadeRefusal.badRequest("An attachment needs an externalUrl");
        }
        return view(
                id, calls.post(path(id), View.of(attachment, List.of("name", "description", "type", "externalUrl"))));
    }

    @DeleteMapping("/{attachmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String attachmentId) {
        calls.delete(path(id) + "/" + EngineCalls.encoded(attachmentId));
    }

    private void open(String id) {
        calls.get("/runtime/tasks/" + EngineCalls.encoded(id));
    }

    private static ObjectNode view(String taskId, JsonNode attachment) {
        return View.of(attachment, FIELDS).put("taskId", taskId);
    }

    private static String path(String id) {
        return "/runtime/tasks/" + EngineCalls.encoded(id) + "/attachments";
    }
}
