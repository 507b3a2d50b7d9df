package dev.contentconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.testkit.AgainstSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Makes {@code docs/capabilities.md} out of what connectors say of themselves and what tests do with them. */
class CapabilitiesPageTest {
    private static final String CONTRACT = "C";
    private static final String REAL = "R";
    private static final String SPECIFICATION = "S";
    private static final Pattern JAVADOC =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public interface ", Pattern.DOTALL);

    private final List<Subject> subjects = Subject.all();
    private final Set<String> types = subjects.stream()
            .flatMap(subject -> subject.description().capabilities().stream())
            .map(capability -> capability.type().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    private final Proofs proofs = new Proofs(new Reach(types));

    @Test
    void thePageOfCapabilitiesSaysWhatTheCodeSays() {
        new GeneratedPage("capabilities.md").says(page(systems()));
    }

    @Test
    void eachSystemHasAContractAndTwoAreProvenOnRealServers() {
        List<Offered> systems = systems();
        assertThat(systems)
                .extracting(system -> system.name)
                .contains("aprimo", "iconik", "smintio", "tradinggrid", "vip", "workflow", "xecm");
        assertThat(systems.stream()
                        .filter(system -> system.offers.values().stream().anyMatch(offer -> !offer.real.isEmpty()))
                        .map(system -> system.name)
                        .distinct())
                .contains("vip", "workflow");
    }

    /** One capability of one system, and who proves it. */
    private static final class Offer {
        private final CapabilityDescription description;
        private final Set<String> contracts = new TreeSet<>();
        private final Set<String> real = new TreeSet<>();
        private final Set<String> specification = new TreeSet<>();

        Offer(CapabilityDescription description) {
            this.description = description;
        }

        String marks() {
            List<String> out = new ArrayList<>(List.of(CONTRACT));
            if (!real.isEmpty()) {
                out.add(REAL);
            }
            if (!specification.isEmpty()) {
                out.add(SPECIFICATION);
            }
            boolean whole =
                    description.notOffered().isEmpty() && description.inPart().isEmpty();
            String offered = whole ? "whole" : "part";
            return offered + " " + String.join("", out);
        }
    }

    /** A system as its fullest configuration has it. */
    private static final class Offered {
        private final String name;
        private final String title;
        private final String version;
        private final Map<String, Offer> offers = new TreeMap<>();
        private final Map<String, String> documents = new LinkedHashMap<>();

        Offered(String name, String title, String version) {
            this.name = name;
            this.title = title;
            this.version = version;
        }
    }

    private List<Offered> systems() {
        Map<String, Offered> out = new TreeMap<>();
        for (Subject subject : subjects) {
            String name = subject.description().system();
            String title = subject.description().title();
            Offered system = out.computeIfAbsent(
                    name + " " + title,
                    any -> new Offered(name, title, subject.description().apiVersion()));
            for (CapabilityDescription capability : subject.description().capabilities()) {
                add(system, capability, subject.test());
            }
        }
        out.values().forEach(this::addProofs);
        return List.copyOf(out.values());
    }

    /** The configuration that offers most of a capability counts. */
    private static void add(Offered system, CapabilityDescription capability, JavaClass contract) {
        String type = capability.type().getSimpleName();
        Offer known = system.offers.get(type);
        Offer offer = known;
        if (known == null
                || capability.notOffered().size()
                        < known.description.notOffered().size()) {
            offer = new Offer(capability);
            if (known != null) {
                offer.contracts.addAll(known.contracts);
            }
            system.offers.put(type, offer);
        }
        offer.contracts.add(Project.link(contract));
    }

    private void addProofs(Offered system) {
        proofs.onRealServers(system.name)
                .forEach((test, called) -> called.forEach(type -> {
                    Offer offer = system.offers.get(type);
                    if (offer != null && concerns(test, system)) {
                        offer.real.add(Project.link(test));
                    }
                }));
        proofs.againstSpecifications(system.name).forEach((test, called) -> {
            String value = test.getAnnotationOfType(AgainstSpecification.class).value();
            system.documents.put(Project.link(test), value);
            called.forEach(type -> {
                Offer offer = system.offers.get(type);
                if (offer != null) {
                    offer.specification.add(Project.link(test));
                }
            });
        });
    }

    /** Where two systems share a name, a test concerns the one whose title it names. */
    private boolean concerns(JavaClass test, Offered system) {
        long titles = subjects.stream()
                .filter(subject -> subject.description().system().equals(system.name))
                .map(subject -> subject.description().title())
                .distinct()
                .count();
        String server = test.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName().replaceFirst("^OnReal", ""))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return titles == 1
                || List.of(server.split(" ", -1)).stream()
                        .anyMatch(word -> system.title.toLowerCase(Locale.ROOT).contains(word));
    }

    private String page(List<Offered> systems) {
        StringBuilder out = new StringBuilder("# Capabilities\n\n")
                .append(GeneratedPage.origin(CapabilitiesPageTest.class))
                .append("""

                        What each connector offers in the fullest configuration of its contract tests, and how that is proven. `whole`, or `part`: what is
                        missing, always or under a condition, stands [below](#system-by-system), and is refused with the code `not_offered`
                        before any request is made.

                        | mark | the proof |
                        | --- | --- |
                        | C | the contract of the test kit, on a sandbox that behaves like the vendor |
                        | R | tests of the connector on the vendor's real server; skipped where it is not installed, required in CI |
                        | S | our requests, or the sandbox's answers, held against documents of the vendor that a machine can read; run with `-Dcontentconnect.specs=<folder>` |

                        R and S stand where the code of such a test calls the capability.

                        """);
        out.append("| | ").append(join(systems, system -> system.title)).append(" |\n");
        out.append("| --- |").append(" --- |".repeat(systems.size())).append("\n");
        for (String type : types) {
            out.append("| `").append(type).append("` | ");
            out.append(join(systems, system -> {
                Offer offer = system.offers.get(type);
                return offer == null ? "" : offer.marks();
            }));
            out.append(" |\n");
        }
        out.append("\n| capability | what it is for |\n| --- | --- |\n");
        types.forEach(type -> out.append("| `")
                .append(type)
                .append("` | ")
                .append(purpose(type))
                .append(" |\n"));
        out.append("\n## System by system\n");
        systems.forEach(system -> section(out, system));
        return out.toString();
    }

    private static void section(StringBuilder out, Offered system) {
        out.append("\n### ").append(system.title).append("\n\n");
        out.append("System name `")
                .append(system.name)
                .append("`, API ")
                .append(system.version)
                .append(".\n\n");
        out.append(
                "| capability | does not offer | offers in part | what to know | proven by |\n| --- | --- | --- | --- | --- |\n");
        system.offers.forEach((type, offer) -> {
            List<String> notes = new ArrayList<>(offer.description.notes());
            offer.description.traits().stream()
                    .map(trait -> "`" + trait + "`")
                    .sorted()
                    .forEach(notes::add);
            out.append("| `").append(type).append("` | ");
            out.append(parts(offer.description.notOffered())).append(" | ");
            out.append(parts(offer.description.inPart()));
            out.append(" | ").append(cell(String.join("; ", notes))).append(" | ");
            out.append(proof(CONTRACT, offer.contracts))
                    .append(proof(REAL, offer.real))
                    .append(proof(SPECIFICATION, offer.specification));
            out.setLength(out.length() - 2);
            out.append(" |\n");
        });
        system.documents.forEach((test, documents) -> out.append("\n")
                .append(test)
                .append(" holds it against the vendor's ")
                .append(documents)
                .append(".\n"));
    }

    private static String parts(Set<String> names) {
        return names.stream().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String proof(String mark, Collection<String> tests) {
        return tests.isEmpty() ? "" : mark + " " + String.join(", ", tests) + "; ";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    /** The first sentence of what a capability says of itself in core. */
    private static String purpose(String type) {
        Path source = Project.ROOT.resolve("sdk-core/src/main/java/dev/contentconnect/core/spi/" + type + ".java");
        try {
            Matcher javadoc = JAVADOC.matcher(Files.readString(source));
            assertThat(javadoc.find()).as("Javadoc of " + type).isTrue();
            String sentence = javadoc.group(1).replaceAll("\\s+\\*?\\s*", " ").replaceFirst("(?s)(\\.) .*", "$1");
            return cell(sentence.replaceAll("\\{@\\w+ ([^}]*)}", "`$1`").strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String join(List<Offered> systems, Function<Offered, String> cell) {
        return systems.stream().map(cell).collect(Collectors.joining(" | "));
    }
}
