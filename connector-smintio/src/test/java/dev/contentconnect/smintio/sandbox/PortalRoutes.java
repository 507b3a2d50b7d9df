package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations of a portal. Each takes an array with one text of JSON and answers with a background task. */
final class PortalRoutes {
    private final SmintioSandbox sandbox;
    private final PortalStore store;
    private final FileRoutes files;
    private final CollectionOperations collections;
    private final Map<String, Map<String, @Nullable Object>> results = new LinkedHashMap<>();
    private final Map<String, Integer> looks = new LinkedHashMap<>();

    PortalRoutes(SmintioSandbox sandbox, PortalStore store, FileRoutes files) {
        this.sandbox = sandbox;
        this.store = store;
        this.files = files;
        this.collections = new CollectionOperations(sandbox, store);
        String base = SmintioSandbox.FRONTEND;
        sandbox.add("POST", base + "/portals/{portal}/portalsContext/uploadFile", this::upload);
        sandbox.add("POST", base + "/portals/{portal}/portalsContext/{interface}/execute/{method}", this::portal);
        sandbox.add(
                "POST",
                base + "/portals/{portal}/pageConfigurations/{page}/assetsSearch/0/execute/{method}",
                this::searchPage);
        sandbox.add("GET", base + "/backgroundTasks/{task}", this::task);
        sandbox.add(
                "GET",
                "/portal/portal/v1/payload",
                request -> SandboxResponse.json(Map.of(
                        "current_tenant",
                                Map.of(
                                        "backend_api_url",
                                        sandbox.frontendEndpoint().toString()),
                        "current_portal_info", Map.of("uuid", SmintioSandbox.PORTAL))));
    }

    /** The parameters: a text within an array, decoded once more. */
    private static Map<String, @Nullable Object> parameters(SandboxRequest request) {
        try {
            Object outer = Json.decodePlain(request.body());
            if (outer instanceof List<?> list && list.isEmpty()) {
                return Map.of();
            }
            if (outer instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String text) {
                Map<String, @Nullable Object> out = new LinkedHashMap<>();
                ((Map<?, ?>) Objects.requireNonNull(Json.decodePlain(text.getBytes(StandardCharsets.UTF_8))))
                        .forEach((name, value) -> out.put(String.valueOf(name), value));
                return out;
            }
        } catch (JsonException | ClassCastException e) {
            throw Refusal.of(400, "argument_invalid", "The text is not JSON");
        }
        throw Refusal.of(400, "argument_invalid", "Not an array with one text");
    }

    private static void checkPortal(SandboxRequest request) {
        if (!request.parameter("portal").equals(SmintioSandbox.PORTAL)) {
            throw Refusal.of(404, "not_found", "No such portal");
        }
    }

    private SandboxResponse upload(SandboxRequest request) {
        checkPortal(request);
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("multipart/form-data") || !request.text().contains("filename=")) {
            throw Refusal.of(400, "argument_missing", "No file");
        }
        return SandboxResponse.json(Map.of("uuid", store.nextId("upload")));
    }

    private SandboxResponse portal(SandboxRequest request) {
        checkPortal(request);
        Map<String, @Nullable Object> in = parameters(request);
        String method = request.parameter("method");
        String operation = request.parameter("interface") + "." + method;
        Map<String, @Nullable Object> known = switch (operation) {
            case "IAssetsRead.getAssetAsync" -> one(in);
            case "IAssetsRead.getAssetsAsync" -> several(in);
            case "IAssetsRead.getAssetsReadFeatureSupportAsync" -> Map.of("isFastGetAssetsSupported", true);
            case "IAssetsDownload.getAssetsDownloadsForAssetsAsync" -> downloads(in);
            case "IAssetsDownload.initiateAssetsDownloadForAssetsAsync" -> download(in);
            case "ITaskManagementCreate.createTaskAsync" -> newTask(in);
            case "ITaskManagementCreate.validateCreateTaskFormFieldValuesAsync" -> validation(in);
            case "ITaskManagementRead.getTaskHandlerTaskCreationFormAsync" ->
                Map.of("taskActionDescriptor", Map.of("action", "Request", "name", "Ask"));
            default -> collections.run(operation, in);
        };
        if (known == null) {
            throw Refusal.of(501, "not_implemented", operation + " is not offered by this portal");
        }
        boolean isLong = LONG.contains(method);
        return answer(known, isLong);
    }

    private static final List<String> LONG = List.of(
            "getAssetsAsync",
            "getAssetsDownloadsForAssetsAsync",
            "initiateAssetsDownloadForAssetsAsync",
            "createTaskAsync",
            "createCollectionAsync",
            "deleteCollectionAsync",
            "addAssetsToCollectionAsync",
            "removeAssetsFromCollectionAsync",
            "moveAssetsToCollectionAsync",
            "copyAssetsToCollectionAsync",
            "flagCollectionAssetsAsync",
            "updateCollectionUsersAsync",
            "createShareAsync",
            "deleteShareAsync");

    private SandboxResponse answer(Map<String, @Nullable Object> result, boolean isLong) {
        String id = store.nextId("task");
        if (!isLong || !sandbox.behaviour.worksLong) {
            return SandboxResponse.json(task(id, "completed", result));
        }
        results.put(id, result);
        Map<String, Object> begun = new LinkedHashMap<>();
        begun.put("uuid", id);
        begun.put("state", "created");
        return SandboxResponse.json(begun);
    }

    private Map<String, Object> task(String id, String state, Map<String, @Nullable Object> result) {
        String text = new String(Json.encodeWithNulls(result), StandardCharsets.UTF_8);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("uuid", id);
        out.put("state", state);
        out.put("finished_percentage", 100);
        out.put("result_string", sandbox.behaviour.quotesResults ? "'" + text + "'" : text);
        return out;
    }

    private SandboxResponse task(SandboxRequest request) {
        String id = request.parameter("task");
        Map<String, @Nullable Object> result = results.get(id);
        if (result == null) {
            throw Refusal.of(404, "not_found", "No such task");
        }
        int look = looks.merge(id, 1, Integer::sum);
        if (look == 1) {
            return SandboxResponse.json(Map.of("uuid", id, "state", "in_progress", "finished_percentage", 40));
        }
        String fails = sandbox.behaviour.nextTaskFails;
        if (!fails.isEmpty()) {
            sandbox.behaviour.nextTaskFails = "";
            return SandboxResponse.json(Map.of(
                    "uuid", id, "state", "error", "error", Map.of("error_code", fails, "error_message", "It broke")));
        }
        return SandboxResponse.json(task(id, "completed", result));
    }

    static List<String> ids(@Nullable Object list) {
        List<String> out = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object one : all) {
                if (!(one instanceof Map<?, ?> object)) {
                    throw Refusal.of(400, "argument_invalid", "An id is an object");
                }
                out.add(String.valueOf(object.get("id")));
            }
        }
        return out;
    }

    static @Nullable String id(@Nullable Object object) {
        return object instanceof Map<?, ?> map ? String.valueOf(map.get("id")) : null;
    }

    private Map<String, @Nullable Object> one(Map<String, @Nullable Object> in) {
        if (!Boolean.FALSE.equals(in.get("isPageEvent"))) {
            throw Refusal.of(400, "argument_invalid", "This would count as a view");
        }
        return Map.of(
                "assetDataObject",
                store.item(String.valueOf(id(in.get("assetId")))).shown());
    }

    private Map<String, @Nullable Object> several(Map<String, @Nullable Object> in) {
        return Map.of(
                "assetDataObjects",
                ids(in.get("assetIds")).stream()
                        .filter(store.assets::containsKey)
                        .map(one -> store.item(one).shown())
                        .toList());
    }

    private Map<String, @Nullable Object> downloads(Map<String, @Nullable Object> in) {
        List<String> ids = ids(in.get("assetIds"));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("groupId", "da:dam");
        item.put("itemId", "original");
        item.put("assetIds", ids);
        item.put("selectedByDefault", true);
        item.put("warningToBeAccepted", sandbox.behaviour.warning);
        return Map.of("assetDownloadGroups", List.of(Map.of("assetDownloadItems", List.of(item))));
    }

    private Map<String, @Nullable Object> download(Map<String, @Nullable Object> in) {
        PortalStore.Item item = store.item(ids(in.get("assetIds")).get(0));
        String id = "original-" + item.id.replaceAll("[^a-z0-9]", "-");
        files.bytes.put(id, item.bytes);
        return Map.of(
                "assetDownloadUrl",
                Map.of("url", files.link(id), "fileName", "original.bin", "fileSizeInBytes", item.bytes.length));
    }

    private static boolean isFilled(Map<String, @Nullable Object> in) {
        return in.get("formFieldValues") instanceof Map<?, ?> form
                && form.get("values") instanceof List<?> values
                && !values.isEmpty();
    }

    private static Map<String, @Nullable Object> wrong() {
        return Map.of("validationErrors", List.of(Map.of("formItemId", "reason", "errorCode", "required")));
    }

    private static Map<String, @Nullable Object> validation(Map<String, @Nullable Object> in) {
        return isFilled(in) ? Map.of() : Map.of("formGroupsDefinition", wrong());
    }

    /** What was not made comes as a task that ended well. */
    private static Map<String, @Nullable Object> newTask(Map<String, @Nullable Object> in) {
        return isFilled(in)
                ? Map.of("succeeded", true, "isNonInteractive", true)
                : Map.of("succeeded", false, "formGroupsDefinition", wrong());
    }

    private SandboxResponse searchPage(SandboxRequest request) {
        checkPortal(request);
        if (!request.parameter("page").equals(SmintioSandbox.SEARCH_PAGE)) {
            throw Refusal.of(404, "not_found", "No such page");
        }
        if (!request.parameter("method").equals("searchAssetsAsync")) {
            throw Refusal.of(501, "not_implemented", "Not offered by this page");
        }
        return answer(search(parameters(request)), false);
    }

    private Map<String, @Nullable Object> search(Map<String, @Nullable Object> in) {
        String text = String.valueOf(in.getOrDefault("queryString", ""));
        List<PortalStore.Item> found = store.assets.values().stream()
                .filter(one -> text.isEmpty() || one.name().contains(text))
                .filter(one -> fits(one, in.get("currentFilters")))
                .collect(Collectors.toList());
        int page = ((Number) Objects.requireNonNull(in.get("page"))).intValue();
        int size = ((Number) Objects.requireNonNull(in.get("pageSize"))).intValue();
        boolean gap = sandbox.behaviour.sendsEmptyPages && page % 2 == 0;
        int real = sandbox.behaviour.searchesInCircles ? 0 : sandbox.behaviour.sendsEmptyPages ? page / 2 : page;
        int from = Math.min(found.size(), real * size);
        int to = Math.min(found.size(), from + size);
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("currentPage", page);
        details.put("totalResults", found.size());
        details.put("hasMoreResults", gap ? from < found.size() : to < found.size());
        details.put("searchResultSetId", "set-1");
        if (sandbox.behaviour.oneSourceFails) {
            details.put(
                    "errors", List.of(Map.of("errorCode", "not_available", "errorMessage", "The other DAM is down")));
        }
        List<Object> shown = new ArrayList<>();
        found.subList(from, to).forEach(one -> shown.add(one.shown()));
        return Map.of("details", details, "assetDataObjects", gap ? List.of() : shown);
    }

    /** A value that was not given back byte for byte finds nothing. */
    private static boolean fits(PortalStore.Item item, @Nullable Object filters) {
        if (!(filters instanceof Map<?, ?> map) || !(map.get("values") instanceof List<?> values)) {
            return true;
        }
        return values.stream()
                .allMatch(value -> value instanceof Map<?, ?> one
                        && one.get("stringArrayValue") instanceof List<?> words
                        && words.stream()
                                .allMatch(word -> item.shown().toString().contains(String.valueOf(word))));
    }
}
