package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Checks;
import dev.contentconnect.aprimo.api.Files;
import dev.contentconnect.aprimo.api.Orders;
import dev.contentconnect.aprimo.api.PublicLinks;
import dev.contentconnect.aprimo.api.Records;
import dev.contentconnect.aprimo.api.Search;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.api.Uploads;
import dev.contentconnect.aprimo.api.Vocabulary;
import dev.contentconnect.aprimo.wire.WireUser;
import dev.contentconnect.core.http.RequestUri;

/** {@link AprimoClient} over HTTP: a record for each group, one short method for each endpoint. */
final class HttpAprimoClient implements AprimoClient {
    private final AprimoHttp http;
    private final boolean owner;

    HttpAprimoClient(AprimoConfig config) {
        this(new AprimoHttp(config));
    }

    HttpAprimoClient(AprimoHttp http) {
        this(http, true);
    }

    private HttpAprimoClient(AprimoHttp http, boolean owner) {
        this.http = http;
        this.owner = owner;
    }

    @Override
    public AprimoClient handling(String referenceId) {
        return new HttpAprimoClient(http.handling(referenceId), false);
    }

    @Override
    public Checks checks() {
        return new HttpChecks(http);
    }

    @Override
    public Records records() {
        return new HttpRecords(http);
    }

    @Override
    public Search search() {
        return new HttpSearch(http);
    }

    @Override
    public Vocabulary vocabulary() {
        return new HttpVocabulary(http);
    }

    @Override
    public Files files() {
        return new HttpFiles(http);
    }

    @Override
    public Uploads uploads() {
        return new HttpUploads(http);
    }

    @Override
    public Orders orders() {
        return new HttpOrders(http);
    }

    @Override
    public PublicLinks publicLinks() {
        return new HttpPublicLinks(http);
    }

    @Override
    public WireUser me() {
        RequestUri uri = RequestUri.of(http.config().login().endpoint()).path("api", "users", "me");
        return http.get("users.me", uri.build(), Select.NOTHING, WireUser.class);
    }

    @Override
    public void close() {
        if (owner) {
            http.close();
        }
    }
}
