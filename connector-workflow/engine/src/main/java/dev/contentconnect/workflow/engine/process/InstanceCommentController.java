package dev.contentconnect.workflow.engine.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
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

/** Comments of a running instance; afterwards only the history shows them. */
@RestController
@RequestMapping("/workflow/v1/process-instances/{id}/comments")
class InstanceCommentController {

    private final EngineCalls calls;
    private final Comments comments;

    InstanceCommentController(EngineCalls calls, Comments comments) {
        this.calls = calls;
        this.comments = comments;
    }

    @GetMapping
    ObjectNode list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        running(id);
        return Hal.page("comments", View.each(comments.ofInstance(id), c -> c), Window.of(parameters));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(@PathVariable String id, @RequestBody JsonNode comment) {
        running(id);
        return comments.addToInstance(id, comment);
    }

    @DeleteMapping("/{commentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String commentId) {
        running(id);
        comments.deleteFromInstance(id, commentId);
    }

    private void running(String id) {
        calls.get("/runtime/process-instances/" + EngineCalls.encoded(id));
    }
}
