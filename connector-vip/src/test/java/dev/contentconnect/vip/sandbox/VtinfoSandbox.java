package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.VipConfig;
import dev.contentconnect.vip.VtinfoConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brand Builder and VIP's image host as clients of them describe the two: one envelope for all answers, no pages, codes inside
 * of statuses that say something else, names of files with blanks and parentheses in them. Portfolios too large for memory come
 * from {@link BigPortfolio}.
 */
public final class VtinfoSandbox extends Sandbox {
    private static final String FILES = "/b_white/companies/";

    private final Map<String, Distributor> distributors = new HashMap<>();
    private final Map<String, StoredFile> files = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record StoredFile(@Nullable String mediaType, byte[] bytes) {}

    /** Starts an empty service. */
    public VtinfoSandbox() {
        route("GET", "/bbs/v1/distributor/{code}/info", request -> answer(request, Distributor::info));
        route("GET", "/bbs/v1/distributor/{code}/brands", request -> answer(request, Distributor::groups));
        route("GET", "/bbs/v1/distributor/{code}/products", request -> answer(request, Distributor::products));
    }

    /** A configuration that points here. */
    public VtinfoConfigBuilder config(String... sourceCodes) {
        return aim(VipConfig.vtinfo()).distributors(sourceCodes);
    }

    /** Points a configuration here. */
    public VtinfoConfigBuilder aim(VtinfoConfigBuilder builder) {
        return builder.endpoint(endpoint().resolve("/bbs/v1")).imageBase(endpoint());
    }

    /** The distributor of a code; made when it is not there. */
    public synchronized Distributor distributor(String sourceCode) {
        return distributors.computeIfAbsent(sourceCode, Distributor::new);
    }

    /**
     * Puts a file on the image host.
     *
     * @param name its name as people gave it, blanks and all
     * @return its address as the service writes it: raw
     */
    public synchronized String file(String name, @Nullable String mediaType, byte[] bytes) {
        files.put(FILES + "ELM/item-catalog/items/" + name, new StoredFile(mediaType, bytes));
        return address(name);
    }

    /** The address of a file, as the service writes it. */
    public String address(String name) {
        return endpoint() + FILES + "ELM/item-catalog/items/" + name;
    }

    /** Takes a file from the image host. */
    public synchronized void deleteFile(String name) {
        files.remove(FILES + "ELM/item-catalog/items/" + name);
    }

    @Override
    protected SandboxResponse handle(SandboxRequest request) {
        if (!request.path().startsWith(FILES)) {
            return super.handle(request);
        }
        StoredFile file = files.get(URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8));
        if (file == null) {
            return SandboxResponse.text(404, "text/html", "<html><body>Not Found</body></html>");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Length", Integer.toString(file.bytes().length));
        if (file.mediaType() != null) {
            headers.put("Content-Type", file.mediaType());
        }
        return new SandboxResponse(200, headers, file.bytes());
    }

    private interface Load {
        Object of(Distributor distributor);
    }

    private SandboxResponse answer(SandboxRequest request, Load load) {
        Distributor distributor = distributors.get(request.parameter("code"));
        if (distributor == null) {
            return SandboxResponse.json(400, envelope(400, false, "The distributor id is invalid.\n", null));
        }
        return switch (distributor.behaviour()) {
            case BROKEN ->
                SandboxResponse.json(500, envelope(400, false, "SSO error: no principal for distributor\n", null));
            case WITHOUT_BRAND_BUILDER -> SandboxResponse.json(404, envelope(404, false, "Not found", null));
            case FAILS_AFTERWARDS -> {
                Map<String, @Nullable Object> late = new LinkedHashMap<>();
                late.put("data", load.of(distributor));
                late.putAll(Map.of("code", 500, "success", false, "errorMessage", "gave up half-way\n"));
                yield SandboxResponse.json(200, late);
            }
            case WELL, NAMELESS ->
                packed(request, SandboxResponse.json(envelope(200, true, null, load.of(distributor))));
        };
    }

    private static Map<String, @Nullable Object> envelope(
            int code, boolean success, @Nullable String message, @Nullable Object data) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("code", code);
        out.put("success", success);
        out.put("errorMessage", message);
        out.put("data", data);
        return out;
    }

    private static SandboxResponse packed(SandboxRequest request, SandboxResponse plain) {
        boolean wanted = request.header("Accept-Encoding").orElse("").contains("gzip");
        if (!wanted || plain.body().length < 1_000) {
            return plain;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
            packer.write(plain.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SandboxResponse(plain.status(), plain.headers(), out.toByteArray())
                .header("Content-Encoding", "gzip");
    }

    /** Where Brand Builder is. */
    public URI service() {
        return endpoint().resolve("/bbs/v1");
    }
}
