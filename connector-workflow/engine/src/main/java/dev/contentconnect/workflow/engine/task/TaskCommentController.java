package dev.contentconnect.workflow.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.View;
import dev.contentconnect.workflow.engine.call.Window;
import dev.contentconnect.workflow.engine.process.Comments;
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

/** Comments of an open task; afterwards only the history shows them. */
@RestController
@RequestMapping("/workflow/v1/tasks/{id}/comments")
class TaskCommentController {

    private final EngineCalls calls;
    private final Comments comments;

    TaskCommentController(EngineCalls calls, Comments comments) {
        this.calls = calls;
        this.comments = comments;
    }

    @GetMapping
    ObjectNode list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        open(id);
        return Hal.page("comments", View.each(comments.ofTask(id), c -> c), Window.of(parameters));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(@PathVariable String id, @RequestBody JsonNode comment) {
        open(id);
        return comments.addToTask(id, comment);
    }

    @DeleteMapping("/{commentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @PathVariable String commentId) {
        open(id);
        comments.deleteFromTask(id, commentId);
    }

    private void open(String id) {
        calls.get("/runtime/tasks/" + EngineCalls.encoded(id));
    }
}
