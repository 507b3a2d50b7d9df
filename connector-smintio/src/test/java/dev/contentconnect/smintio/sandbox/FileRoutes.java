package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files behind links that end after an hour; ranges are offered. */
final class FileRoutes {
    private static final Duration LIFE = Duration.ofHours(1);

    final Map<String, byte[]> bytes = new HashMap<>();

    @Nullable URI base;

    private final SmintioSandbox sandbox;
    private final Map<String, Instant> ends = new HashMap<>();

    FileRoutes(SmintioSandbox sandbox) {
        this.sandbox = sandbox;
        sandbox.add("GET", "/files/{id}", this::get);
    }

    String link(String id) {
        String signature = "s" + ends.size() + "+" + Integer.toHexString(id.hashCode());
        ends.put(signature, sandbox.clock.now().plus(LIFE));
        URI host = base == null ? sandbox.endpoint() : base;
        // A signature with a plus and a letter's case that no client may touch.
        return host + "/files/" + id + "?X-Signature=" + signature.replace("+", "%2b") + "&Keep=%7e";
    }

    private SandboxResponse get(SandboxRequest request) {
        Instant end = ends.get(request.query("X-Signature").orElse(""));
        byte[] all = bytes.get(request.parameter("id"));
        if (!request.rawQuery().endsWith("&Keep=%7e") || !request.rawQuery().contains("%2b")) {
            throw Refusal.of(403, "signature_mismatch", "The link was changed");
        }
        if (end == null || all == null || sandbox.clock.now().isAfter(end)) {
            throw Refusal.of(sandbox.behaviour.endedLink, "cloud_storage_file_access_denied", "The link has ended");
        }
        String range = request.header("Range").orElse("");
        SandboxResponse out;
        if (range.startsWith("bytes=")) {
            int from = Integer.parseInt(range.substring(6, range.length() - 1));
            out = SandboxResponse.bytes(206, "application/octet-stream", Arrays.copyOfRange(all, from, all.length))
                    .header("Content-Range", "bytes " + from + "-" + (all.length - 1) + "/" + all.length);
        } else {
            out = SandboxResponse.bytes(200, "application/octet-stream", all);
        }
        return out.header("Accept-Ranges", "bytes").header("ETag", "\"" + Arrays.hashCode(all) + "\"");
    }
}
