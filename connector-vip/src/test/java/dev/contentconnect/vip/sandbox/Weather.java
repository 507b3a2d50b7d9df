package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;

/** What is wrong with the machine that a {@link VipSandbox} stands for. */
final class Weather {
    /** PHP's limits for forms and for the files in them, and the web server's own for any body. */
    int postLimit = 8 << 20;

    int fileLimit = 2 << 20;
    int webLimit = Integer.MAX_VALUE;

    /** How many changes get through. */
    int writesLeft = Integer.MAX_VALUE;

    /** The next upload stores its file, and there is no memory for its images. */
    boolean noMemory;

    /** The next upload of bytes alone breaks off in its middle, and PHP hands on what came. */
    boolean cutOff;

    /** No item keeps a term that it is given, and nothing says so. */
    boolean dropsTerms;

    /** What is to come out is kept back for somebody to look at it. */
    boolean reviews;

    /** The site passes over the filter by time of change, which came with WordPress 5.7. */
    boolean before57;

    /** Whether the site's cron runs. */
    boolean cron = true;

    /** What everything is answered with, but files; 0 for nothing. */
    private int status;

    private String words = "";

    /** The table that takes no rows. */
    private String table = "";

    void page(int ofStatus, String saying) {
        this.status = ofStatus;
        this.words = saying;
    }

    void closed(String name) {
        this.table = name;
    }

    void check(SandboxRequest request) {
        String method = request.method();
        if (request.body().length > webLimit) {
            throw Refusal.page(413, "Request Entity Too Large");
        }
        if (status > 0) {
            // WordPress tells who wants JSON the same as who wants a page, markup included.
            throw request.header("Accept").orElse("").contains("application/json")
                    ? Refusal.of(status, "wp_die", "<h1>" + words + "</h1>")
                    : Refusal.page(status, words);
        }
        if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS") && writesLeft-- <= 0) {
            throw Refusal.page(503, "Briefly unavailable for scheduled maintenance");
        }
    }

    /** The database takes no row for a file that is stored already, and WordPress blames who asked. */
    void addFile() {
        if (table.equals("posts")) {
            throw Refusal.of(400, "db_insert_error", "Could not insert attachment into the database.");
        }
    }

    void addPost() {
        if (table.equals("posts")) {
            throw Refusal.of(500, "db_insert_error", "Could not insert post into the database.");
        }
    }

    void addMeta() {
        if (table.equals("postmeta")) {
            throw Refusal.of(500, "rest_meta_database_error", "Could not update the meta value in database.");
        }
    }

    void addComment() {
        if (table.equals("comments")) {
            throw Refusal.of(500, "rest_comment_failed_create", "Creating comment failed.");
        }
    }

    boolean takeNoMemory() {
        boolean out = noMemory;
        noMemory = false;
        return out;
    }

    boolean takeCutOff() {
        boolean out = cutOff;
        cutOff = false;
        return out;
    }
}
