package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bytes on their way in. A token works once, and the one of the beginning is of no use. */
final class UploadRoutes {
    private final AprimoSandbox sandbox;
    private final Vault vault;
    private final Map<String, SortedMap<Integer, byte[]>> open = new LinkedHashMap<>();
    private int loseSegment = -1;

    UploadRoutes(AprimoSandbox sandbox) {
        this.sandbox = sandbox;
        this.vault = sandbox.vault;
        sandbox.add("POST", "/uploads", this::whole);
        sandbox.add("POST", "/uploads/segments", this::begin);
        sandbox.add("POST", "/uploads/segments/{id}", this::segment);
        sandbox.add("POST", "/uploads/segments/{id}/commit", this::commit);
        sandbox.add("DELETE", "/uploads/segments/{id}", request -> {
            find(request);
            open.remove(request.parameter("id"));
            return SandboxResponse.status(204);
        });
    }

    int open() {
        return open.size();
    }

    void loseSegment(int index) {
        this.loseSegment = index;
    }

    private String token(byte[] bytes) {
        String blob = vault.nextId();
        vault.bytes.put(blob, bytes);
        String token = "upload-" + blob;
        vault.tokens.put(token, blob);
        return token;
    }

    private SandboxResponse whole(SandboxRequest request) {
        return SandboxResponse.json(Map.of("token", token(part(request))));
    }

    private SandboxResponse begin(SandboxRequest request) {
        String name = String.valueOf(request.json().get("filename"));
        if (name.matches(".*[<>:\"/\\\\|?*].*")) {
            throw Refusal.invalid("The file name holds a character that is not allowed");
        }
        String id = "seg " + vault.nextId();
        open.put(id, new TreeMap<>());
        String uri = "/uploads/segments/" + id.replace(" ", "%20") + (sandbox.queriesInUploads() ? "?sv=1" : "");
        return SandboxResponse.json(Map.of("uri", uri, "token", "not-this-one"));
    }

    private SortedMap<Integer, byte[]> find(SandboxRequest request) {
        SortedMap<Integer, byte[]> found = open.get(request.parameter("id"));
        if (found == null) {
            throw Refusal.notFound("Upload");
        }
        return found;
    }

    private SandboxResponse segment(SandboxRequest request) {
        int index = request.query("index", -1);
        if (index == loseSegment) {
            loseSegment = -1;
        } else {
            find(request).put(index, part(request));
        }
        return SandboxResponse.status(202);
    }

    private SandboxResponse commit(SandboxRequest request) {
        SortedMap<Integer, byte[]> parts = find(request);
        int count = Integer.parseInt(String.valueOf(request.json().get("segmentcount")));
        if (parts.size() != count || (count > 0 && parts.lastKey() != count - 1)) {
            throw Refusal.invalid("The number of segments does not match");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        open.remove(request.parameter("id"));
        return SandboxResponse.json(Map.of("token", token(all.toByteArray())));
    }

    /** The one part of a multipart body. */
    private static byte[] part(SandboxRequest request) {
        String type = request.header("Content-Type").orElse("");
        String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
        String text = new String(request.body(), StandardCharsets.ISO_8859_1);
        int from = text.indexOf("\r\n\r\n") + 4;
        int to = text.lastIndexOf("\r\n--" + boundary);
        if (from < 4 || to < from || !text.contains("filename=")) {
            throw Refusal.invalid("Not a multipart body with a file");
        }
        return text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
