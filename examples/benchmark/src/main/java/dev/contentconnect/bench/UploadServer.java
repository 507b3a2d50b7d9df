package dev.contentconnect.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** As much of Aprimo's upload service as the contenders ask for. It counts the bytes of segments and keeps none. */
final class UploadServer implements PlainServer.Vendor {
    private static final String SEGMENTS = "/uploads/segments/1";

    private final AtomicLong bytes = new AtomicLong();

    public static void main(String[] args) throws IOException {
        PlainServer.run(new UploadServer());
    }

    @Override
    public long control(String what) throws IOException {
        if (what.startsWith("holds/")) {
            bytes.set(0);
        } else if (!what.equals("bytes")) {
            throw new IOException("no number " + what);
        }
        return bytes.get();
    }

    @Override
    public PlainServer.Answer answer(PlainServer.Request request) throws IOException {
        return switch (request.route()) {
            case "/login/connect/token" ->
                PlainServer.Answer.of("{\"access_token\":\"loopback\",\"token_type\":\"Bearer\",\"expires_in\":86400}");
            case "/uploads/segments" -> PlainServer.Answer.of("{\"uri\":\"" + SEGMENTS + "\",\"token\":\"not-this\"}");
            case SEGMENTS -> {
                bytes.addAndGet(inside(request.body(), request.boundary()));
                yield new PlainServer.Answer(202, "", "");
            }
            case SEGMENTS + "/commit" -> PlainServer.Answer.of("{\"token\":\"t-1\"}");
            default -> throw new IOException("no route " + request.route());
        };
    }

    /** How many bytes lie in the one part of a body. */
    private static int inside(String body, String boundary) throws IOException {
        int from = body.indexOf("\r\n\r\n") + 4;
        int to = body.lastIndexOf("\r\n--" + boundary);
        if (boundary.isEmpty() || from < 4 || to < from) {
            throw new IOException("not a body of one part");
        }
        return to - from;
    }
}
