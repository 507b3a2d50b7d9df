package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.AgainstSpecification;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.xecm.sandbox.Exchange;
import dev.contentconnect.xecm.sandbox.Fields;
import dev.contentconnect.xecm.wire.WireFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each request that the client sends and each answer that the sandbox gives, against a list of facts, and against the
 * vendor's documents where the system property {@code contentconnect.specs} names their directory.
 */
@AgainstSpecification("OpenAPI documents")
class VendorFactsTest extends Scenes {
    private static final Set<String> ATTRIBUTES = Set.of("{attribute}");

    /** Real clients send these; the documents do not name them where they are sent. */
    private static final Set<String> OF_CLIENTS = Set.of(
            "body",
            "url",
            "roles",
            "location_id1",
            "cache_id",
            "limit",
            "page",
            "file_status",
            "assignee",
            "state",
            "file",
            "hold_id",
            "original_id");

    private Facts facts;

    @BeforeEach
    void talk() throws IOException {
        facts = Facts.read();
        new Conversation(connector, sandbox).hold();
    }

    private List<Exchange> exchanges() {
        return sandbox.exchanges().stream()
                .filter(one -> one.request().path().startsWith("/cs/cs/api"))
                .toList();
    }

    private static Set<String> sent(SandboxRequest request) {
        return Fields.names(request);
    }

    @Test
    void sendsOnlyWhatTheFactsName() {
        for (Exchange one : exchanges()) {
            Optional<Facts.Fact> fact = facts.find(one.request());
            assertThat(fact).as(one.request().toString()).isPresent();
            Facts.Fact known = fact.orElseThrow();
            assertThat(known.query())
                    .as("query of " + known)
                    .containsAll(one.request().query().keySet());
            assertThat(known.form()).as("fields of " + known).containsAll(sent(one.request()));
            assertThat(known.body()).as("body of " + known).containsAll(Fields.body(one.request()));
        }
    }

    @Test
    void exercisesEveryFact() {
        Set<Facts.Fact> seen = new LinkedHashSet<>();
        exchanges().forEach(one -> facts.find(one.request()).ifPresent(seen::add));
        assertThat(facts.all()).isSubsetOf(seen);
    }

    @Test
    void theSandboxAnswersWithTheMembersThatTheFactsName() {
        for (Exchange one : exchanges()) {
            Facts.Fact fact = facts.find(one.request()).orElseThrow();
            if (one.response().status() == 200 && !fact.answer().isEmpty()) {
                WireFields answer = WireFields.of(decoded(one));
                fact.answer()
                        .forEach(path -> assertThat(has(answer, path))
                                .as(path + " in the answer to " + fact)
                                .isTrue());
            }
        }
    }

    private static Object decoded(Exchange one) {
        try {
            return Json.decodePlain(one.response().body());
        } catch (JsonException e) {
            throw new AssertionError("not JSON: " + one.request(), e);
        }
    }

    /** What is empty has no members. */
    private static boolean has(WireFields fields, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return fields.has(path) || fields.isEmpty();
        }
        String first = path.substring(0, dot);
        Object value = fields.get(first);
        boolean nothing = value instanceof List<?> list && list.isEmpty();
        return fields.isEmpty() || nothing || (fields.has(first) && has(fields.object(first), path.substring(dot + 1)));
    }

    @Test
    void agreesWithTheVendorsDocuments() throws IOException {
        Optional<Path> place = VendorDocuments.configured();
        assumeTrue(place.isPresent(), "the system property contentconnect.specs names no directory");
        VendorDocuments documents = VendorDocuments.read(place.orElseThrow());
        assertThat(documents.size()).isGreaterThan(100);
        for (Exchange one : exchanges()) {
            Facts.Fact fact = facts.find(one.request()).orElseThrow();
            Optional<String> text = documents.find(fact.method(), fact.path());
            assertThat(text.isPresent()).as(fact.toString()).isNotEqualTo(fact.fromClients());
            Set<String> names = new LinkedHashSet<>(one.request().query().keySet());
            names.addAll(sent(one.request()));
            names.addAll(Fields.body(one.request()));
            names.removeAll(ATTRIBUTES);
            names.removeAll(OF_CLIENTS);
            text.ifPresent(said -> assertThat(names).as(fact.toString()).allMatch(name -> documents.names(said, name)));
        }
    }
}
