package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The storages behind signed addresses: S3, Google and Azure, each in its own way. They want no credential of iconik. */
final class StorageRoutes {
    private static final Pattern PART =
            Pattern.compile("<PartNumber>(\\d+)</PartNumber><ETag>&quot;etag-(\\d+)&quot;</ETag>");

    private final IconikSandbox sandbox;
    private final Store store;
    private final Map<String, TreeMap<Integer, byte[]>> parts = new TreeMap<>();

    StorageRoutes(IconikSandbox sandbox) {
        this.sandbox = sandbox;
        this.store = sandbox.store;
        sandbox.add("GET", "/storage/{id}", this::get);
        sandbox.add("PUT", "/storage/{id}", this::put);
        sandbox.add("POST", "/storage/{id}", this::openSession);
        sandbox.add("PUT", "/storage/{id}/session", this::putInSession);
        sandbox.add("POST", "/storage/{id}/begin", this::begin);
        sandbox.add("PUT", "/storage/{id}/part/{number}", this::part);
        sandbox.add("POST", "/storage/{id}/complete", this::complete);
        sandbox.add("DELETE", "/storage/{id}/abort", this::abort);
    }

    /** As S3 does with an address that carries a signature and a credential as well. */
    private void check(SandboxRequest request) {
        if (request.header("Auth-Token").isPresent()
                || request.header("Authorization").isPresent()) {
            throw Refusal.of(400, "Only one auth mechanism allowed");
        }
        if (!sandbox.isSigned(request)) {
            throw Refusal.of(403, "Request has expired");
        }
    }

    private SandboxResponse get(SandboxRequest request) {
        check(request);
        byte[] bytes = store.bytes.get(request.parameter("id"));
        if (bytes == null) {
            throw Refusal.of(404, "NoSuchKey");
        }
        return SandboxResponse.bytes(200, "application/octet-stream", bytes);
    }

    private String method(SandboxRequest request) {
        return Store.find(store.files, request.parameter("id"), "File").text("storage_method");
    }

    private SandboxResponse put(SandboxRequest request) {
        check(request);
        String method = method(request);
        if (method.equals("AZURE")
                && !request.header("x-ms-blob-type").orElse("").equals("BlockBlob")) {
            throw Refusal.of(400, "An HTTP header that's mandatory for this request is not specified.");
        }
        if (method.equals("GCS")) {
            throw Refusal.of(400, "Open a session first");
        }
        store.bytes.put(request.parameter("id"), request.body());
        return SandboxResponse.status(method.equals("AZURE") ? 201 : 200);
    }

    private SandboxResponse openSession(SandboxRequest request) {
        check(request);
        if (!request.header("x-goog-resumable").orElse("").equals("start") || request.body().length > 0) {
            throw Refusal.of(400, "Not a resumable upload");
        }
        String session = sandbox.sign("/storage/" + request.parameter("id") + "/session");
        return SandboxResponse.status(201).header("Location", session);
    }

    private SandboxResponse putInSession(SandboxRequest request) {
        check(request);
        store.bytes.put(request.parameter("id"), request.body());
        return SandboxResponse.status(200);
    }

    private SandboxResponse begin(SandboxRequest request) {
        check(request);
        parts.put(request.parameter("id"), new TreeMap<>());
        String answer =
                "<InitiateMultipartUploadResult><UploadId>up&amp;load</UploadId></InitiateMultipartUploadResult>";
        return SandboxResponse.text(200, "application/xml", answer);
    }

    private SandboxResponse part(SandboxRequest request) {
        check(request);
        int number = Integer.parseInt(request.parameter("number"));
        parts.getOrDefault(request.parameter("id"), new TreeMap<>()).put(number, request.body());
        return SandboxResponse.status(200).header("ETag", "\"etag-" + number + "\"");
    }

    /** Begins to answer before it is done, so a failure comes as 200. */
    private SandboxResponse complete(SandboxRequest request) {
        check(request);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        TreeMap<Integer, byte[]> given = parts.getOrDefault(request.parameter("id"), new TreeMap<>());
        Matcher listed = PART.matcher(request.text());
        int count = 0;
        while (listed.find()) {
            byte[] bytes = given.get(Integer.parseInt(listed.group(1)));
            if (bytes != null) {
                whole.writeBytes(bytes);
                count++;
            }
        }
        if (sandbox.behaviour.failsToComplete || count != given.size() || count == 0) {
            return SandboxResponse.text(200, "application/xml", "<Error><Code>InternalError</Code></Error>");
        }
        store.bytes.put(request.parameter("id"), whole.toByteArray());
        parts.remove(request.parameter("id"));
        return SandboxResponse.text(200, "application/xml", "<CompleteMultipartUploadResult/>");
    }

    private SandboxResponse abort(SandboxRequest request) {
        check(request);
        parts.remove(request.parameter("id"));
        return SandboxResponse.status(204);
    }

    /** Uploads that were begun and neither finished nor given up. */
    int open() {
        return parts.size();
    }
}
