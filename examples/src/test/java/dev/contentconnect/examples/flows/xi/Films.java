package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people do in the library. */
record Films(XiStage stage) {
    private static final String REVIEWER = "77777777-a1b2-11f0-8c3d-0242ac120002";

    SourceRef upload(String title) {
        return SourceRef.of("iconik", stage.media.personUploads(title, bytes(title)));
    }

    void fill(SourceRef film, String field, Object... values) {
        stage.media.personFills(film.id(), IconikSandbox.ASSET_VIEW, field, values);
    }

    void fillRights(SourceRef film, String field, Object... values) {
        stage.media.personFills(film.id(), IconikSandbox.RIGHTS_VIEW, field, values);
    }

    /** Licensed by a studio until the end of 2031 in some territories. */
    SourceRef licensed(String title, String status, String... territories) {
        SourceRef film = upload(title);
        fillRights(film, "RightsStatus", status);
        fillRights(film, "RightsHolder", "Studio Quillfeather");
        fillRights(film, "UsageTerms", "Not in cinemas");
        fillRights(film, "RightsValidUntil", "2032-01-01T00:00:00Z");
        fillRights(film, "RightsTerritories", (Object[]) territories);
        return film;
    }

    boolean isBlocked(SourceRef film) {
        return Boolean.TRUE.equals(stage.media.asset(film.id()).get("is_blocked"));
    }

    List<Object> values(SourceRef film, String field) {
        return stage.media.values(film.id(), field);
    }

    SourceRef ofCampaign(String title, String campaign) {
        SourceRef film = upload(title);
        fill(film, "Campaign", campaign);
        return film;
    }

    SourceRef approved(String title, String campaign) {
        SourceRef film = ofCampaign(title, campaign);
        approve(film);
        return film;
    }

    void ask(SourceRef film) {
        stage.media.personAsks(film.id(), List.of(REVIEWER), 1);
    }

    void approve(SourceRef film) {
        ask(film);
        stage.media.personDecides(film.id(), REVIEWER, "APPROVED");
    }

    void reject(SourceRef film) {
        stage.media.personDecides(film.id(), REVIEWER, "NOT_APPROVED");
    }

    String newVersion(SourceRef film) {
        return stage.media.personAddsVersion(film.id(), bytes("again " + film));
    }

    void block(SourceRef film, boolean blocked) {
        stage.media.personSets(film.id(), "is_blocked", blocked);
    }

    void rename(SourceRef film, String title) {
        stage.media.personSets(film.id(), "title", title);
    }

    /** Into the recycle bin. */
    void bin(SourceRef film) {
        stage.library.client().assets().delete(film.id());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
