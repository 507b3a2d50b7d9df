package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.ContractCall;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.time.TimeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mistakes in what the tests of a connector tell the contract, with which its checks would pass and say nothing. */
final class SubjectMutants {
    private static final String IDENTITY = "Identity.saysWhereTokensComeFromAndWhatIsSecret";

    static final List<Mutant> ALL = List.of(
            Mutant.told("names no place where tokens come from", IDENTITY, clock -> new ReferenceSubject(clock) {
                @Override
                public Optional<String> tokenPath() {
                    return Optional.empty();
                }
            }),
            Mutant.told("names a place where no tokens come from", IDENTITY, clock -> new ReferenceSubject(clock) {
                @Override
                public Optional<String> tokenPath() {
                    return Optional.of("/tokens/elsewhere");
                }
            }),
            Mutant.told("has secrets and names none", IDENTITY, clock -> new ReferenceSubject(clock) {
                @Override
                public Set<String> secrets() {
                    return Set.of();
                }
            }),
            Mutant.told(
                    "names a word that the answer does not have",
                    "Reads.hasTheMemberThatTheSubjectNamesForItsWord",
                    clock -> new ReferenceSubject(clock) {
                        @Override
                        public String wordMember() {
                            return "state";
                        }
                    }),
            Mutant.told(
                    "says that there are gaps where the sandbox sends none",
                    "Paging.doesNotTakeAnEmptyPageForTheEnd",
                    clock -> new ReferenceSubject(clock) {
                        @Override
                        public boolean pageWithGaps() {
                            return true;
                        }
                    }),
            Mutant.told(
                    "names a path that no request has",
                    "Reads.survivesABrokenConnection",
                    clock -> reading(clock, "/api/items/", 1)),
            Mutant.told(
                    "takes two requests for one",
                    "Reads.survivesABrokenConnection",
                    clock -> reading(clock, "/api/assets/", 2)),
            Mutant.told(
                    "goes without the wiring of the contract",
                    "Refusals.hasWhatItSaysAndSaysWhatItHas",
                    clock -> new ReferenceSubject(clock) {
                        @Override
                        public Connector connect(Wiring wiring) {
                            return ReferenceConnector.create(ReferenceConfig.builder()
                                    .endpoint(sandbox.endpoint())
                                    .clientId(ReferenceSandbox.CLIENT_ID)
                                    .clientSecret(Secret.of(ReferenceSandbox.CLIENT_SECRET))
                                    .build());
                        }
                    }),
            Mutant.told(
                    "lets the sandbox go by another clock",
                    "Feeds.tellsWhichAssetChangedHowAndWhen",
                    clock -> new ReferenceSubject(clock, TimeSource.system())));

    private SubjectMutants() {}

    private static ReferenceSubject reading(FakeClock clock, String prefix, int times) {
        return new ReferenceSubject(clock) {
            @Override
            public ContractCall read(Connector connector) {
                SourceRef asset = sandbox.add("assets", Map.of("title", "Poster", "status", "draft"));
                AssetReader reader = connector.require(AssetReader.class);
                return new ContractCall("GET", prefix, () -> {
                    for (int i = 0; i < times; i++) {
                        reader.get(asset);
                    }
                });
            }
        };
    }
}
