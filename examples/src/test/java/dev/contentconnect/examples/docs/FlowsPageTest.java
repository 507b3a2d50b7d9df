package dev.contentconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code docs/flows.md} out of the flows themselves: each class with a public constant {@code FLOW}, what its Javadoc says
 * first, the capabilities that it calls, and its tests.
 */
class FlowsPageTest {
    private static final String FLOWS = "dev.contentconnect.examples.flows";
    private static final Pattern ID = Pattern.compile("([a-z]{2})([0-9]+)");
    private static final Pattern SUMMARY = Pattern.compile("(?s)/\\*\\*\\s+(?:\\* )?(\\S.*?)(?:\\n \\* ?\\n|\\*/)");

    private final List<Subject> subjects = Subject.all();
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, Set<String>> offers = new TreeMap<>();
    private final Reach reach;

    FlowsPageTest() {
        for (Subject subject : subjects) {
            String system = subject.description().system();
            titles.merge(
                    system,
                    subject.description().title(),
                    (one, other) -> one.equals(other) ? one : system.toUpperCase(Locale.ROOT));
            Set<String> offered = offers.computeIfAbsent(system, any -> new TreeSet<>());
            subject.description()
                    .capabilities()
                    .forEach(one -> offered.add(one.type().getSimpleName()));
        }
        reach = new Reach(offers.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    @Test
    void thePageOfFlowsSaysWhatTheCodeSays() {
        new GeneratedPage("flows.md").says(page(flows()));
    }

    @Test
    void eachFlowStandsInThePackageOfItsPairAndSaysWhatItDoes() {
        List<Flow> flows = flows();
        assertThat(flows).extracting(Flow::id).doesNotHaveDuplicates().contains("wv1", "aw1", "xi1");
        assertThat(flows)
                .allSatisfy(flow -> assertThat(flow.tests())
                        .as("tests named after %s", flow.type().getName())
                        .isNotEmpty());
        assertThat(flows).filteredOn(Flow::isOfPair).allSatisfy(flow -> {
            assertThat(flow.type().getPackageName()).isEqualTo(FLOWS + "." + flow.pair());
            assertThat(flow.summary())
                    .as("the Javadoc of %s begins with \"%s: \"", flow.type().getName(), flow.name())
                    .startsWith(flow.name() + ": ");
        });
    }

    /**
     * A flow.
     *
     * @param id for example {@code wv1}
     * @param type its class
     */
    private record Flow(String id, JavaClass type) {
        boolean isOfPair() {
            return ID.matcher(id).matches();
        }

        String pair() {
            return isOfPair() ? id.substring(0, 2) : "~";
        }

        int number() {
            return isOfPair() ? Integer.parseInt(id.substring(2)) : 0;
        }

        String name() {
            return isOfPair() ? id.toUpperCase(Locale.ROOT) : "";
        }

        /** The first paragraph of the Javadoc, on one line, tags resolved. */
        String summary() {
            try {
                String source = Files.readString(Project.source(type)).replace("\r\n", "\n");
                String head = source.substring(0, source.indexOf(" class " + type.getSimpleName()));
                Matcher javadoc = SUMMARY.matcher(head);
                return javadoc.find()
                        ? javadoc.group(1)
                                .replaceAll("\\n \\* ?", " ")
                                .replaceAll("\\{@(?:code|link|linkplain)\\s+#?([^}]*)}", "`$1`")
                                .strip()
                        : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Tests of the flow bear its name, and perhaps more. */
        List<JavaClass> tests() {
            return Project.classes().stream()
                    .filter(test -> test.getPackageName().equals(type.getPackageName()))
                    .filter(test -> test.getSimpleName().matches(type.getSimpleName() + ".*(Test|IT)"))
                    .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
                    .sorted(Comparator.comparing(JavaClass::getName))
                    .toList();
        }
    }

    private static List<Flow> flows() {
        return Project.classes().stream()
                .filter(type -> type.getPackageName().startsWith(FLOWS + "."))
                .flatMap(type -> type.tryGetField("FLOW").filter(FlowsPageTest::isPublicConstant).stream()
                        .map(field -> new Flow(value(field), type)))
                .sorted(Comparator.comparing(Flow::pair)
                        .thenComparing(Flow::number)
                        .thenComparing(Flow::id))
                .toList();
    }

    private static boolean isPublicConstant(JavaField field) {
        return field.getModifiers().containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC, JavaModifier.FINAL));
    }

    private static String value(JavaField field) {
        try {
            return String.valueOf(field.reflect().get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(List<Flow> flows) {
        Map<String, List<Flow>> pairs = new LinkedHashMap<>();
        flows.stream()
                .filter(Flow::isOfPair)
                .forEach(flow -> pairs.computeIfAbsent(flow.pair(), any -> new ArrayList<>())
                        .add(flow));
        StringBuilder out = new StringBuilder("# Flows\n\n")
                .append(GeneratedPage.origin(FlowsPageTest.class))
                .append(String.format("""

                        %d flows between systems, to copy from: small classes that see [capabilities](capabilities.md) only, so each runs
                        on any two systems that have them; what no connector offers, its Javadoc asks the host for. Every flow may be
                        called again at any time and after a crash at any point; its tests on two sandboxes look at what stands in the
                        systems afterwards, and some run on real servers too (`…IT`).

                        """, flows.stream().filter(Flow::isOfPair).count()));
        pairs.forEach((pair, of) -> out.append("- [")
                .append(heading(pair))
                .append("](#")
                .append(heading(pair)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .append("): ")
                .append(of.size())
                .append("\n"));
        pairs.forEach((pair, of) -> section(out, pair, of));
        List<Flow> others = flows.stream().filter(flow -> !flow.isOfPair()).toList();
        if (!others.isEmpty()) {
            out.append("\n## Others\n\n");
            table(out, called(others));
        }
        return out.toString();
    }

    private void section(StringBuilder out, String pair, List<Flow> flows) {
        Map<Flow, Set<String>> called = called(flows);
        Set<String> together =
                called.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        out.append("\n## ").append(heading(pair)).append("\n\n```mermaid\nflowchart LR\n");
        String one = system(pair.charAt(0));
        String other = system(pair.charAt(1));
        out.append("  ").append(one).append("[\"").append(title(one)).append("\"]");
        out.append(" ---|\"")
                .append(label(one, together))
                .append("\"| flows((\"")
                .append(flows.get(0).name())
                .append("–")
                .append(flows.get(flows.size() - 1).number())
                .append("\"))\n");
        out.append("  flows ---|\"").append(label(other, together)).append("\"| ");
        out.append(other).append("[\"").append(title(other)).append("\"]\n```\n\n");
        table(out, called);
    }

    private static void table(StringBuilder out, Map<Flow, Set<String>> called) {
        out.append("| | what it does | calls | tests |\n| --- | --- | --- | --- |\n");
        called.forEach((flow, capabilities) -> out.append("| ")
                .append((flow.name() + " " + Project.link(flow.type())).strip())
                .append(" | ")
                .append(sentence(flow))
                .append(" | ")
                .append(capabilities.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", ")))
                .append(" | ")
                .append(flow.tests().stream().map(Project::link).collect(Collectors.joining(", ")))
                .append(" |\n"));
    }

    private Map<Flow, Set<String>> called(List<Flow> flows) {
        Map<Flow, Set<String>> out = new LinkedHashMap<>();
        flows.forEach(flow -> out.put(flow, called(flow)));
        return out;
    }

    /** What a flow calls itself, or by way of the classes of the flows. */
    private Set<String> called(Flow flow) {
        List<JavaClass> family = Project.classes().stream()
                .filter(type -> Project.outermost(type).equals(flow.type()))
                .toList();
        return reach.from(family, type -> type.getPackageName().startsWith(FLOWS) && !Project.isTest(type));
    }

    /** What the flows call, as far as the system has it. */
    private String label(String system, Set<String> called) {
        return called.stream().filter(offers.get(system)::contains).collect(Collectors.joining("<br/>"));
    }

    private String heading(String pair) {
        return title(system(pair.charAt(0))) + " and " + title(system(pair.charAt(1)));
    }

    /** Of a system with several connectors its name. */
    private String title(String system) {
        return titles.get(system);
    }

    /** A pair is named by the first letters of its systems. */
    private String system(char letter) {
        return titles.keySet().stream()
                .filter(name -> name.charAt(0) == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no connector begins with " + letter));
    }

    /** The first sentence, as the search results of Javadoc have it. */
    private static String sentence(Flow flow) {
        String text = flow.isOfPair() ? flow.summary().substring(flow.name().length() + 2) : flow.summary();
        Matcher end = Pattern.compile("\\.(?=\\s+[A-Z{`])").matcher(text);
        String first = end.find() ? text.substring(0, end.start() + 1) : text;
        return (Character.toUpperCase(first.charAt(0)) + first.substring(1)).replace("|", "\\|");
    }
}
