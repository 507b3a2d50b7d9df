package dev.contentconnect.bench;

import dev.contentconnect.core.testkit.GeneratedContent;
import java.io.IOException;
import java.net.URI;

/** The process of one contender in one round: sends a tenth to warm up, then all of it, prints one line. */
final class UploadWorker {
    private UploadWorker() {}

    /** Server, contender, bytes. */
    public static void main(String[] args) throws IOException {
        URI server = URI.create(args[0]);
        UploadContender contender = UploadContender.Name.valueOf(args[1]).open(server);
        long bytes = Long.parseLong(args[2]);
        send(contender, Math.max(bytes / 10, UploadContender.SEGMENT + 1L), server);
        Meter meter = new Meter();
        meter.start();
        send(contender, bytes, server);
        System.out.println(meter.stop(1).toLine());
        System.exit(0);
    }

    static void send(UploadContender contender, long bytes, URI server) throws IOException {
        PlainServer.ask(server, "holds/0");
        String token = contender.send(new GeneratedContent("film.mov", "video/quicktime", bytes, true));
        if (!token.equals("t-1")) {
            throw new IOException("not the token: " + token);
        }
        Contents.expect(bytes, PlainServer.ask(server, "bytes"));
    }
}
