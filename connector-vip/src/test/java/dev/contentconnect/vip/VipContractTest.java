package dev.contentconnect.vip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class VipContractTest extends ConnectorContract {
    @Override
    protected ContractSubject newSubject(FakeClock clock) {
        return new Subject(new VipSandbox(clock), true);
    }

    /** A WordPress with the server profile, or a plain one. */
    static final class Subject extends ContractSubject {
        private final VipSandbox sandbox;
        private final boolean profile;
        private final AtomicInteger count = new AtomicInteger();

        Subject(VipSandbox sandbox, boolean profile) {
            this.sandbox = sandbox;
            this.profile = profile;
            sandbox.profile(profile);
            // The contract sends files of no kind in particular.
            sandbox.allow("bin");
        }

        @Override
        public Sandbox sandbox() {
            return sandbox;
        }

        @Override
        public Connector connect(Wiring wiring) {
            return VipConnector.create(wiring.apply(VipConfig.wordpress())
                    .endpoint(sandbox.endpoint())
                    .username(VipSandbox.ADMIN)
                    .applicationPassword(Secret.of(VipSandbox.PASSWORD))
                    .serverProfile(profile)
                    .build());
        }

        @Override
        public ContractCall read(Connector connector) {
            String id = sandbox.personUploads("poster.png", CONTENT, "Poster");
            AssetReader reader = connector.require(AssetReader.class);
            SourceRef ref = SourceRef.of("vip", id);
            return new ContractCall("GET", "/wp-json/wp/v2/media/", () -> reader.get(ref));
        }

        @Override
        public ContractCall write(Connector connector) {
            String id = sandbox.personUploads("poster.png", CONTENT, "Poster");
            CommentThread thread = connector.require(CommentThread.class);
            return new ContractCall(
                    "POST",
                    "/wp-json/wp/v2/comments",
                    () -> thread.add(
                            SourceRef.of("vip", id),
                            new CommentDraft("c-" + count.incrementAndGet(), "Hm.", null, null)));
        }

        @Override
        public Optional<String> tokenPath() {
            return Optional.empty();
        }

        @Override
        public Set<String> secrets() {
            String pair = VipSandbox.ADMIN + ":" + VipSandbox.PASSWORD;
            return Set.of(VipSandbox.PASSWORD, Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        }

        @Override
        public String missingCode() {
            return "rest_post_invalid_id";
        }

        @Override
        public String wordMember() {
            return "status";
        }

        @Override
        public void fillList(Connector connector, int wanted) {
            for (int i = 0; i < wanted; i++) {
                sandbox.personUploads("poster-" + i + ".png", CONTENT, "Poster " + i);
            }
        }

        @Override
        public SourceRef missing(Connector connector) {
            return SourceRef.of("vip", "999999");
        }
    }
}
