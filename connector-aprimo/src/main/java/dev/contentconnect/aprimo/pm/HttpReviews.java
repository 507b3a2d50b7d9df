package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.pm.api.DigitalAssets;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.api.Users;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireAnnotation;
import dev.contentconnect.aprimo.pm.wire.WireComment;
import dev.contentconnect.aprimo.pm.wire.WireDigitalAsset;
import dev.contentconnect.aprimo.pm.wire.WirePmUser;
import dev.contentconnect.aprimo.pm.wire.WireVersion;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Assets under review, users and vocabularies over HTTP. */
final class HttpReviews {
    private HttpReviews() {}

    static final class OfDigitalAssets extends HttpObjects<WireDigitalAsset> implements DigitalAssets {
        private static final String VERSIONS = "versions";

        OfDigitalAssets(PmHttp http) {
            super(http, PmRef.DIGITAL_ASSETS, WireDigitalAsset::new, "assetId", "id");
        }

        @Override
        public List<WireVersion> versions(long id) {
            return http.items(operation(VERSIONS), at(id, VERSIONS)).stream()
                    .map(WireVersion::new)
                    .toList();
        }

        @Override
        public List<WireComment> comments(long id, long versionId) {
            return http.items(operation("comments"), at(id, VERSIONS, versionId, "comments")).stream()
                    .map(WireComment::new)
                    .toList();
        }

        /** These stand below another collection than the asset itself. */
        private RequestUri annotationsOf(long id, long versionId, Object... path) {
            RequestUri uri = http.at("assets", id, VERSIONS, versionId, "annotations-data");
            for (Object part : path) {
                uri.path(part.toString());
            }
            return uri;
        }

        @Override
        public List<WireAnnotation> annotations(long id, long versionId) {
            return http.items(operation("annotations"), annotationsOf(id, versionId)).stream()
                    .map(WireAnnotation::new)
                    .toList();
        }

        @Override
        public String annotate(long id, long versionId, int page, String type, String comment) {
            Map<String, Object> body = Map.of("page", page, "type", type, "content", Map.of("comment", comment));
            String made = new WireAnnotation(http.post(operation("annotate"), annotationsOf(id, versionId), body)).id();
            return Objects.requireNonNullElse(made, "");
        }

        @Override
        public void deleteAnnotation(long id, long versionId, String annotationId) {
            http.delete(operation("deleteAnnotation"), annotationsOf(id, versionId, annotationId));
        }
    }

    static final class OfUsers extends HttpObjects<WirePmUser> implements Users {
        OfUsers(PmHttp http) {
            super(http, "users", WirePmUser::new, "userId", "id");
        }

        @Override
        public WirePmUser me() {
            return new WirePmUser(http.get(operation("me"), at("me")));
        }

        @Override
        public Paged<PmObject> systemTypes(String name, int pageSize) {
            String operation = operation("systemTypes");
            return new PmPages(http).list(operation, () -> http.at("system-types", name), null, pageSize, one -> one);
        }

        @Override
        public PmObject resource(long id) {
            return http.get(operation("resource"), http.at("resources", id));
        }
    }
}
