package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.HostServices;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that a page lists, in tables whose first column is called {@code option}. */
final class OptionTables {
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)(?:\\.\\{\\w+})?`");
    private static final String NO_OPTION = "noSuchOption";

    private final String page;
    private final Map<String, String> rows;

    private OptionTables(String page, Map<String, String> rows) {
        this.page = page;
        this.rows = rows;
    }

    static OptionTables of(String page) {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : page.lines().toList()) {
            inside = line.startsWith("| option |") || (inside && line.startsWith("|"));
            if (inside) {
                Matcher names = NAME.matcher(line.split("(?<!\\\\)\\|", -1)[1]);
                while (names.find()) {
                    rows.put(names.group(1), line);
                }
            }
        }
        return new OptionTables(page, rows);
    }

    Set<String> names() {
        return rows.keySet();
    }

    void hold(List<Map<String, String>> given, List<Class<?>> builders) {
        Set<String> common = byName(ConnectorConfigBuilder.class);
        common.add("maxAttempts");
        Set<String> read = new TreeSet<>();
        ConnectorFactory factory = factoryBeside(builders);
        for (Map<String, String> one : given) {
            Set<String> names = read(factory, one);
            read.addAll(names);
            assertThat(read(factory, respelled(one)))
                    .as("what is read where %s are spelled as in an environment", one.keySet())
                    .isEqualTo(names);
        }
        Set<String> unlisted = new TreeSet<>(read);
        unlisted.removeAll(rows.keySet());
        unlisted.removeAll(common);
        assertThat(unlisted).as("options that are read and not listed").isEmpty();

        Set<String> taken = new TreeSet<>();
        builders.forEach(builder -> taken.addAll(byName(builder)));
        Set<String> unknown = new TreeSet<>(rows.keySet());
        unknown.removeAll(read);
        assertThat(unknown)
                .as("options that are listed and not read, without a word that the builder takes them")
                .allSatisfy(name -> assertThat(rows.get(name)).contains("builder only"));
        assertThat(taken).as("what is for the builder only").containsAll(unknown);

        taken.removeAll(common);
        assertThat(taken)
                .as("what the builder takes")
                .allSatisfy(name -> assertThat(page).containsPattern("(`" + name + "`|\\." + name + "\\()"));
    }

    /** That of the test kit's own connector is on the class path as well. */
    private static ConnectorFactory factoryBeside(List<Class<?>> builders) {
        Set<String> packages =
                builders.stream().map(Class::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        return ServiceLoader.load(ConnectorFactory.class).stream()
                .filter(one -> packages.contains(one.type().getPackageName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "META-INF/services/" + ConnectorFactory.class.getName() + " names no class of " + packages))
                .get();
    }

    /** Names that a factory reads: it tells them when it finds one that it does not. */
    private static Set<String> read(ConnectorFactory factory, Map<String, String> given) {
        Map<String, String> options = new LinkedHashMap<>(given);
        options.put(NO_OPTION, "x");
        try {
            factory.create(options, HostServices.defaults()).close();
            throw new AssertionError("an option that there is not was taken");
        } catch (ConfigException e) {
            String told = e.problems().stream()
                    .filter(one -> one.option().equals(NO_OPTION))
                    .findFirst()
                    .orElseThrow()
                    .problem();
            String names = told.substring(told.indexOf('[') + 1, told.lastIndexOf(']'));
            return Stream.of(names.split(", ", -1)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, String> respelled(Map<String, String> options) {
        Map<String, String> out = new LinkedHashMap<>();
        options.forEach(
                (name, value) -> out.put(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT), value));
        return out;
    }

    static Set<String> byName(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(method -> ConnectorConfigBuilder.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
