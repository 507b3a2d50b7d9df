package dev.contentconnect.workflow.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contentconnect.workflow.engine.EngineOptions;
import dev.contentconnect.workflow.engine.call.FacadeRefusal;
import dev.contentconnect.workflow.engine.call.Hal;
import dev.contentconnect.workflow.engine.call.Window;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.flowable.engine.repository.ProcessDefinition;
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

/** Executable process models. */
@RestController
@RequestMapping("/workflow/v1/runtime/models")
class ModelController {

    private final ModelStore store;
    private final EngineOptions options;

    ModelController(ModelStore store, EngineOptions options) {
        this.store = store;
        this.options = options;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(@RequestBody JsonNode request) {
        JsonNode content = request.path("modelContent");
        return view(store.deploy(
                switch (request.path("modelType").asText("")) {
                    case "xml" -> decoded(content.asText(""));
                    case "json" -> ModelerReader.xml(content);
                    default -> throw FacadeRefusal.badRequest("modelType is neither xml nor json");
                }));
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> parameters) {
        List<JsonNode> views = new ArrayList<>();
        store.find(new ModelFilter(parameters)).forEach(definition -> views.add(view(definition)));
        return Hal.page("models", views, Window.of(parameters));
    }

    @GetMapping("/{id}")
    ObjectNode get(@PathVariable String id, @RequestParam(defaultValue = "") String modelType) {
        ProcessDefinition definition = store.get(id);
        ObjectNode view = view(definition);
        switch (modelType) {
            case "json" -> view.put("modelType", "json").set("modelContent", ModelerJson.of(store.bpmn(definition)));
            case "xml" ->
                view.put("modelType", "xml")
                        .put(
                                "modelContent",
                                Base64.getEncoder()
                                        .encodeToString(
                                                store.vendorXml(definition).getBytes(StandardCharsets.UTF_8)));
            default -> {
                // without a type only the head is returned
            }
        }
        return view;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        store.delete(id);
    }

    private ObjectNode view(ProcessDefinition definition) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", definition.getDeploymentId())
                .put("key", definition.getKey())
                .put("name", definition.getName())
                .put("version", definition.getVersion())
                .put("processDefinitionId", definition.getId())
                .put("tenantId", options.tenant())
                .put("subscriptionId", EngineOptions.SUBSCRIPTION);
    }

    private static String decoded(String content) {
        try {
            return new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw FacadeRefusal.badRequest("modelContent is not base64");
        }
    }
}
