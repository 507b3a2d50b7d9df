package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as it came in.
 *
 * @param fileName as the sender calls it
 * @param bytes the file
 * @param fields what came with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Upload(String fileName, byte[] bytes, Map<String, Object> fields) {
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    static Upload of(SandboxRequest request, Weather weather) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("multipart/form-data")) {
            Upload whole = raw(request, type);
            byte[] half = Arrays.copyOf(whole.bytes(), whole.bytes().length / 2);
            return weather.takeCutOff() ? new Upload(whole.fileName(), half, whole.fields()) : whole;
        }
        if (request.body().length > weather.postLimit) {
            // PHP drops a form above post_max_size, and WordPress finds nothing.
            throw Refusal.of(400, "rest_upload_no_content_disposition", "No Content-Disposition supplied.");
        }
        Upload form = form(request.body(), type.substring(type.indexOf("boundary=") + 9));
        if (form.bytes().length > weather.fileLimit) {
            throw Refusal.of(
                    500,
                    "rest_upload_unknown_error",
                    "The uploaded file exceeds the upload_max_filesize directive in php.ini.");
        }
        return form;
    }

    private static Upload raw(SandboxRequest request, String type) {
        if (request.body().length == 0) {
            throw Refusal.of(400, "rest_upload_no_data", "No data supplied.");
        }
        if (type.isEmpty()) {
            throw Refusal.of(400, "rest_upload_no_content_type", "No Content-Type supplied.");
        }
        String disposition = request.header("Content-Disposition")
                .orElseThrow(() ->
                        Refusal.of(400, "rest_upload_no_content_disposition", "No Content-Disposition supplied."));
        Matcher name = FILE_NAME.matcher(disposition);
        if (!name.find()) {
            throw Refusal.of(400, "rest_upload_invalid_disposition", "Invalid Content-Disposition supplied.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        request.query().forEach((field, values) -> put(fields, field, values.get(0)));
        return new Upload(name.group(1), request.body(), fields);
    }

    private static Upload form(byte[] body, String boundary) {
        byte[] line = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, Object> fields = new LinkedHashMap<>();
        String fileName = "";
        byte[] file = new byte[0];
        int at = indexOf(body, line, 0);
        while (at >= 0) {
            int next = indexOf(body, line, at + line.length);
            if (next < 0) {
                break;
            }
            byte[] part = Arrays.copyOfRange(body, at + line.length + 2, next - 2);
            int gap = indexOf(part, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), 0);
            String head = new String(part, 0, gap, StandardCharsets.UTF_8);
            byte[] value = Arrays.copyOfRange(part, gap + 4, part.length);
            Matcher name = NAME.matcher(head);
            Matcher ofFile = FILE_NAME.matcher(head);
            if (ofFile.find()) {
                fileName = ofFile.group(1);
                file = value;
            } else if (name.find()) {
                put(fields, name.group(1), new String(value, StandardCharsets.UTF_8));
            }
            at = next;
        }
        return new Upload(fileName, file, fields);
    }

    @SuppressWarnings("unchecked") // made here
    private static void put(Map<String, Object> fields, String name, String value) {
        if (name.startsWith("meta[") && name.endsWith("]")) {
            ((Map<String, Object>) fields.computeIfAbsent("meta", any -> new LinkedHashMap<String, Object>()))
                    .put(name.substring(5, name.length() - 1), value);
        } else {
            fields.put(name, value);
        }
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
