package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brand Finder as far as its documents and clients tell: it believes a request whose signature fits the query byte by byte
 * and one of the minutes around its own clock, gives XML unless JSON is asked for, writes numbers as texts, a list of one
 * as that one, no list where there is nothing, and says what it objects to with status 200.
 */
public final class VtinfoFinderSandbox extends Sandbox {
    /** The customer. */
    public static final String CUSTOMER = "ABC";

    /** The secret of the customer. */
    public static final String SECRET = "cust0mer-S3cr3t";

    /** An implementation of the customer. */
    public static final String IMPLEMENTATION = "6f1c2c1e-0d5a-4c52-9d0c-2f3f6b1b7a10";

    /** The secret of the implementation. */
    public static final String IMPLEMENTATION_SECRET = "impl3mentation-S3cr3t";

    private static final String PATH = "/analytics/v2/finder";
    private static final int TOLERANCE_MINUTES = 10;
    private static final int MAX_PAGE_SIZE = 400;

    private final FakeClock clock;
    private final List<Map<String, Object>> outlets = new ArrayList<>();
    private Duration clockIsAhead = Duration.ZERO;
    private boolean passesPagesOver;
    private boolean totalOfThePage;
    private @Nullable String remark;

    /**
     * Starts a service that knows no outlet.
     *
     * @param clock the client's clock; that of the service is the same until moved
     */
    public VtinfoFinderSandbox(FakeClock clock) {
        this.clock = clock;
        route("GET", PATH, this::answer);
        route("POST", PATH, this::answer);
    }

    /**
     * Where the service is.
     *
     * @return for the option {@code finderEndpoint}
     */
    public URI finder() {
        return URI.create(endpoint() + PATH);
    }

    /** Adds an outlet so far from any place, selling one brand. */
    public void outlet(String name, double miles, String brand) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("dba", name);
        out.put("street", (outlets.size() + 1) + " Main St");
        out.put("city", "Colchester");
        out.put("state", "VT");
        out.put("zip", "05446");
        out.put("phoneFormatted", "(802) 555-0100");
        out.put("lat", "44.5439");
        out.put("long", "-73.1479");
        out.put("distance", Double.toString(miles));
        out.put("storeType", "Liquor");
        out.put("otherBrand", List.of(brand, "Second Brand"));
        outlets.add(out);
    }

    /** Adds an outlet of any form. */
    public void odd(Map<String, Object> outlet) {
        outlets.add(outlet);
    }

    /** Moves the clock of the service away from that of the client. */
    public void clockIsAhead(Duration difference) {
        this.clockIsAhead = difference;
    }

    /** Sends the first page whatever page is asked for. */
    public void passesPagesOver() {
        this.passesPagesOver = true;
    }

    /** Counts the outlets of the page where others count all. */
    public void totalOfThePage() {
        this.totalOfThePage = true;
    }

    /** Answers with a text of its own and nothing else. */
    public void says(@Nullable String errMsg) {
        this.remark = errMsg;
    }

    private SandboxResponse answer(SandboxRequest request) {
        if (!isBelieved(request)) {
            return SandboxResponse.text(401, "text/xml", "<error>Signature mismatch</error>")
                    .header("Date", httpDate(now()));
        }
        if (request.query("custID").filter(CUSTOMER::equals).isEmpty()) {
            return json(Map.of("errMsg", "custID does not match"));
        }
        if (!request.query("format").orElse("XML").equalsIgnoreCase("JSON")) {
            return SandboxResponse.text(200, "text/xml", "<result><total>0</total></result>");
        }
        if (remark != null) {
            return json(Map.of("errMsg", remark));
        }
        String action = request.query("action").orElse("");
        return switch (action) {
            case "results" -> results(request);
            case "brands" -> json(Map.of("brand", List.of("First Brand", "Second Brand")));
            case "package" -> json(Map.of("package", "12 oz can"));
            case "category1" -> json(Map.of("categories", Map.of("category", List.of("Ale", "Lager"))));
            default -> json(Map.of("errMsg", "Unknown action " + action));
        };
    }

    private SandboxResponse results(SandboxRequest request) {
        boolean zip =
                request.query("zip").filter(text -> text.matches("[0-9]{5}")).isPresent();
        boolean point =
                request.query("lat").isPresent() && request.query("long").isPresent();
        if (zip == point) {
            return json(Map.of("errMsg", "A zip code or a latitude and longitude is required"));
        }
        int size = request.query("pagesize", 50);
        int page = passesPagesOver ? 0 : request.query("page", 0);
        if (size > MAX_PAGE_SIZE) {
            return json(Map.of("errMsg", "pagesize is too large"));
        }
        double miles = request.query("miles", 10);
        List<Map<String, Object>> found = outlets.stream()
                .filter(outlet -> Double.parseDouble(String.valueOf(outlet.getOrDefault("distance", "0"))) <= miles)
                .filter(outlet -> request.query("brand")
                        .map(brand -> outlet.get("otherBrand") instanceof List<?> brands && brands.contains(brand))
                        .orElse(true))
                .toList();
        List<Map<String, Object>> part =
                found.stream().skip((long) page * size).limit(size).toList();
        Map<String, Object> out = new LinkedHashMap<>();
        if (!part.isEmpty()) {
            out.put("location", part.size() == 1 ? part.get(0) : part);
        }
        out.put("locationsTotal", Integer.toString(totalOfThePage ? part.size() : found.size()));
        return json(out);
    }

    private boolean isBelieved(SandboxRequest request) {
        Map<String, Integer> names = new HashMap<>();
        for (String pair : request.rawQuery().split("&", -1)) {
            if (names.merge(pair.replaceAll("=.*", ""), 1, Integer::sum) > 1) {
                return false;
            }
        }
        String secret = request.query("UUID").isEmpty()
                ? SECRET
                : request.query("UUID").filter(IMPLEMENTATION::equals).isPresent() ? IMPLEMENTATION_SECRET : "";
        String signature = request.header("vipSignature").orElse("");
        String customer = request.header("vipCustID").orElse("");
        // The service does not read the date it is sent: it tries the minutes around its own clock.
        for (int minute = -TOLERANCE_MINUTES; minute <= TOLERANCE_MINUTES; minute++) {
            String stamp = stamp(now().plus(Duration.ofMinutes(minute)));
            if (signature.equals(sha256(stamp + secret + request.rawQuery() + customer))) {
                return request.header("vipTimestamp").filter(stamp::equals).isPresent();
            }
        }
        return false;
    }

    private Instant now() {
        return clock.now().plus(clockIsAhead);
    }

    /** Put together by hand, so that a mistake in the client's pattern is not made here as well. */
    private static String stamp(Instant instant) {
        ZonedDateTime at = instant.atZone(ZoneOffset.UTC);
        return at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US) + ", " + at.getDayOfMonth() + " "
                + at.getMonth().getDisplayName(TextStyle.SHORT, Locale.US) + " " + at.getYear()
                + String.format(Locale.US, " %02d:%02d:00 GMT", at.getHour(), at.getMinute());
    }

    private static String httpDate(Instant instant) {
        return java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SandboxResponse json(Map<String, Object> value) {
        return SandboxResponse.json(value);
    }
}
