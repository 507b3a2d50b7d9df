package dev.contentconnect.core.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fences of DESIGN as rules. Each module's test checks those that concern it. */
public final class ArchitectureRules {
    private static final String ROOT = "dev.contentconnect";
    private static final String CORE = ROOT + ".core";
    private static final String MODULE = "connector-";

    private ArchitectureRules() {}

    /**
     * The product's classes on the class path, tests left out.
     *
     * @return of this module and of those it depends on
     */
    public static JavaClasses productClasses() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(ROOT);
    }

    /**
     * Core depends on no connector and names no vendor in the name of a type or member.
     *
     * @return the rule
     */
    public static ArchRule coreKnowsNoVendor() {
        return classes()
                .that()
                .resideInAPackage(CORE + "..")
                .should(NameNoVendor.INSTANCE)
                .as("core names no vendor");
    }

    /**
     * What core calls internal is used by core alone.
     *
     * @return the rule
     */
    public static ArchRule internalStaysInside() {
        return noClasses()
                .that(not(resideInAPackage(CORE + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + ".internal..")
                .as("nobody outside core uses core.internal")
                .allowEmptyShould(true);
    }

    /**
     * A connector sees core and itself, and nothing else of this project.
     *
     * @param connector the connector's package below {@code dev.contentconnect}, for example {@code workflow}
     * @return the rule
     */
    public static ArchRule seesNoOtherConnector(String connector) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + connector + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(CORE + "..", ROOT + "." + connector + ".."))))
                .as(connector + " sees no other connector")
                .allowEmptyShould(true);
    }

    /**
     * Code that is written against capabilities knows core and its own module, and so no connector and no vendor.
     *
     * @param packages for example {@code dev.contentconnect.examples.flows..}
     * @return the rule
     */
    public static ArchRule seesCapabilitiesOnly(String packages) {
        String module = String.join(".", List.of(packages.split("\\.", -1)).subList(0, 3));
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(CORE + "..", module + "..")))
                        .or(resideInAPackage(CORE + ".testkit..")))
                .as(packages + " sees capabilities only");
    }

    /**
     * Canonical records are made of JDK types and each other.
     *
     * @return the rule
     */
    public static ArchRule recordsHoldJdkTypesOnly() {
        Predicate<JavaClass> allowed = type -> type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().equals(CORE + ".model");
        return classes()
                .that()
                .resideInAPackage(CORE + ".model..")
                .should(new FieldsOf(allowed))
                .as("canonical records hold JDK types and each other only");
    }

    /**
     * No type of Jackson shows in what others can call.
     *
     * @return the rule
     */
    public static ArchRule jacksonStaysOutOfSignatures() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .and(not(resideInAPackage(CORE + ".internal..")))
                .should(new SignaturesWithout("com.fasterxml.jackson", false))
                .as("no Jackson type in a public signature");
    }

    /**
     * vavr shows neither in canonical records nor in what talks to a system; a webhook receiver does not, and what a mapper
     * made of an entry of a list is no more than that.
     *
     * @return the rule
     */
    public static ArchRule vavrStaysOutOfModelAndCapabilities() {
        return classes()
                .that()
                .resideInAnyPackage(CORE + ".model..", CORE + ".spi..", CORE + ".feed..", CORE + ".page..")
                .and()
                .doNotHaveSimpleName("WebhookReceiver")
                .should(new SignaturesWithout("io.vavr", true))
                .as("no vavr in the model or in operations that do I/O");
    }

    /** Without the exemption for webhook receivers. */
    static ArchRule withoutVavr() {
        return classes().should(new SignaturesWithout("io.vavr", true));
    }

    /** The folders beside core that hold connectors say which vendors there are. */
    private static List<String> vendors() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("sdk-core"))) {
            here = Objects.requireNonNull(here.getParent(), "no folder above holds sdk-core");
        }
        try (Stream<Path> folders = Files.list(here)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(MODULE))
                    .map(name -> name.substring(MODULE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpen(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isReachable(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return open
                && type.getEnclosingClass().map(ArchitectureRules::isReachable).orElse(true);
    }

    private static final class NameNoVendor extends ArchCondition<JavaClass> {
        static final NameNoVendor INSTANCE = new NameNoVendor();

        private final List<String> vendors = vendors();

        NameNoVendor() {
            super("name no vendor");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            List<String> names = new ArrayList<>(List.of(type.getName()));
            type.getMembers().forEach(member -> names.add(member.getFullName()));
            type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> names.add(dependency.getTargetClass().getName()));
            for (String name : names) {
                Set<String> words = new HashSet<>(List.of(name.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(java.util.Locale.ROOT)
                        .split("[^a-z]+")));
                vendors.stream()
                        .filter(words::contains)
                        .forEach(vendor ->
                                events.add(SimpleConditionEvent.violated(type, name + " names the vendor " + vendor)));
            }
        }
    }

    private static final class FieldsOf extends ArchCondition<JavaClass> {
        private final Predicate<JavaClass> allowed;

        FieldsOf(Predicate<JavaClass> allowed) {
            super("have fields of allowed types");
            this.allowed = allowed;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaField field : type.getFields()) {
                field.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(allowed.negate())
                        .forEach(other -> events.add(SimpleConditionEvent.violated(
                                type, field.getFullName() + " holds " + other.getName())));
            }
        }
    }

    private static final class SignaturesWithout extends ArchCondition<JavaClass> {
        private final String forbidden;
        private final boolean hiddenToo;

        SignaturesWithout(String forbidden, boolean hiddenToo) {
            super("have no " + forbidden + " in signatures");
            this.forbidden = forbidden;
            this.hiddenToo = hiddenToo;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!hiddenToo && !isReachable(type)) {
                return;
            }
            type.getSuperclass().ifPresent(parent -> report(type, type.getFullName(), parent, events));
            type.getInterfaces().forEach(parent -> report(type, type.getFullName(), parent, events));
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (hiddenToo || isOpen(unit)) {
                    List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
                    types.add(unit.getReturnType());
                    types.addAll(unit.getExceptionTypes());
                    types.forEach(one -> report(type, unit.getFullName(), one, events));
                }
            }
            type.getFields().stream()
                    .filter(field -> hiddenToo || isOpen(field))
                    .forEach(field -> report(type, field.getFullName(), field.getType(), events));
        }

        private void report(JavaClass type, String where, JavaType shown, ConditionEvents events) {
            shown.getAllInvolvedRawTypes().stream()
                    .filter(raw -> raw.getPackageName().startsWith(forbidden))
                    .forEach(raw -> events.add(SimpleConditionEvent.violated(type, where + " shows " + raw.getName())));
        }
    }
}
