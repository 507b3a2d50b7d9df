package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.AssetMapper;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.wire.WireTerm;
import dev.contentconnect.vip.wordpress.RealWordpress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What happens to a real WordPress: on its disk, in its database and to its processes. */
record RealSite(RealWordpress wordpress) implements Site {
    private static final List<String> TABLES = List.of("posts", "postmeta", "comments");

    @Override
    public Library library() {
        return new Library(wordpress.endpoint(), wordpress::password, TimeSource.system());
    }

    @Override
    public void profile(boolean installed) {
        wordpress.profile(installed ? wordpress.profile() : "");
    }

    @Override
    public void olderProfile() {
        wordpress.profile(wordpress.profile().replace("=> 'distributions'", "=> 'distributions_later'"));
    }

    @Override
    public void passwords(boolean valid) {
        String from = valid ? "_application_passwords_off" : "_application_passwords";
        String to = valid ? "_application_passwords" : "_application_passwords_off";
        wordpress.sql("UPDATE wp_usermeta SET meta_key = '%s' WHERE meta_key = '%s'".formatted(to, from));
    }

    @Override
    public void deleteTerm(String base, String name) {
        try (VipConnector vip = library().connect()) {
            for (WireTerm term :
                    vip.wordpress().terms(base).list(WordpressQuery.ALL.with("search", PlainText.escaped(name)))) {
                if (name.equals(PlainText.unescaped(String.valueOf(term.name())))) {
                    delete("/wp-json/wp/v2/" + base + "/" + term.id() + "?force=true");
                }
            }
        }
    }

    @Override
    public void dropTerms(boolean on) {
        plugIn(on, """
                add_action( 'set_object_terms', function ( $id ) {
                    global $wpdb;
                    $wpdb->delete( $wpdb->term_relationships, array( 'object_id' => $id ) );
                } );
                """);
    }

    @Override
    public void review(boolean on) {
        plugIn(on, """
                add_filter( 'wp_insert_post_data', function ( $data ) {
                    $comes_out = in_array( $data['post_status'], array( 'publish', 'future' ), true );
                    if ( 'package' === $data['post_type'] && $comes_out ) {
                        $data['post_status'] = 'pending';
                    }
                    return $data;
                } );
                """);
    }

    private void plugIn(boolean on, String php) {
        wordpress.profile(on ? wordpress.profile() + "\n" + php : wordpress.profile());
    }

    @Override
    public void permalinks(boolean on) {
        wordpress.sql("UPDATE wp_options SET option_value = '%s' WHERE option_name = 'permalink_structure'"
                .formatted(on ? "/%postname%/" : ""));
    }

    private void delete(String path) {
        String pair = Library.ADMIN + ":" + wordpress.password(Library.ADMIN);
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        send(HttpRequest.newBuilder(URI.create(wordpress.endpoint() + path))
                .DELETE()
                .header("Authorization", "Basic " + basic));
    }

    private static void send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(request + ": " + status);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void deleteFile(SourceRef attachment) {
        try (VipConnector vip = library().connect()) {
            String source = AssetMapper.source(vip.wordpress().media().get(Long.parseLong(attachment.id())));
            wordpress.deleteFile(URI.create(String.valueOf(source)));
        }
    }

    @Override
    public void maintenance(boolean on) {
        wordpress.maintenance(on);
    }

    @Override
    public void database(boolean up) {
        wordpress.database(up);
    }

    @Override
    public void closeTable(String name) {
        for (String table : TABLES) {
            wordpress.sql("DROP TRIGGER IF EXISTS closed_" + table);
        }
        if (!name.isEmpty()) {
            wordpress.sql(("CREATE TRIGGER closed_%1$s BEFORE INSERT ON wp_%1$s FOR EACH ROW"
                            + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the disk is full'")
                    .formatted(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** The tests' site has no cron: WordPress looks at the date when it is told to change the item, and not before. */
    @Override
    public void missDate(SourceRef item) {
        wordpress.sql(
                "UPDATE wp_posts SET post_date = NOW() - INTERVAL 1 DAY, post_date_gmt = UTC_TIMESTAMP() - INTERVAL 1 DAY"
                        + " WHERE ID = " + Long.parseLong(item.id()));
    }

    /** The appointment that WordPress made for a package lies where its date was; it is moved to where the date is now. */
    @Override
    public void runCron() {
        plugIn(true, """
                add_action( 'init', function () {
                    foreach ( _get_cron_array() as $at => $hooks ) {
                        $events = isset( $hooks['publish_future_post'] ) ? $hooks['publish_future_post'] : array();
                        foreach ( $events as $event ) {
                            $post = get_post( $event['args'][0] );
                            if ( $post && $at > time() && strtotime( $post->post_date_gmt . ' GMT' ) <= time() ) {
                                wp_unschedule_event( $at, 'publish_future_post', $event['args'] );
                                wp_schedule_single_event( time() - 1, 'publish_future_post', $event['args'] );
                            }
                        }
                    }
                }, 99 );
                """);
        send(HttpRequest.newBuilder(URI.create(wordpress.endpoint() + "/wp-cron.php")));
        profile(true);
    }

    @Override
    public void age(SourceRef attachment) {
        wordpress.sql("UPDATE wp_posts SET post_modified = post_modified - INTERVAL 1 MINUTE,"
                + " post_modified_gmt = post_modified_gmt - INTERVAL 1 MINUTE WHERE ID = "
                + Long.parseLong(attachment.id()));
    }

    @Override
    public void heal() {
        database(true);
        profile(true);
        maintenance(false);
        permalinks(true);
        passwords(true);
        closeTable("");
    }
}
