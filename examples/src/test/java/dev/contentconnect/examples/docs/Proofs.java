package dev.contentconnect.examples.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.contentconnect.core.testkit.AgainstSpecification;
import dev.contentconnect.core.testkit.RealServerCondition;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of connectors beside their contracts that prove more: on a real server, or against documents of the vendor; each with
 * the capabilities that its code calls.
 */
final class Proofs {
    private final Reach reach;

    Proofs(Reach reach) {
        this.reach = reach;
    }

    /** Tests of a system on a real server: their class bears an annotation that is extended with a condition for one. */
    Map<JavaClass, Set<String>> onRealServers(String system) {
        return of(system, type -> Arrays.stream(type.reflect().getAnnotations()).anyMatch(Proofs::wantsRealServer));
    }

    /** Tests of a system against documents of its vendor. */
    Map<JavaClass, Set<String>> againstSpecifications(String system) {
        return of(system, type -> type.isAnnotatedWith(AgainstSpecification.class));
    }

    private static boolean wantsRealServer(Annotation annotation) {
        ExtendWith extended = annotation.annotationType().getAnnotation(ExtendWith.class);
        return extended != null
                && Arrays.stream(extended.value()).anyMatch(RealServerCondition.class::isAssignableFrom);
    }

    private Map<JavaClass, Set<String>> of(String system, Predicate<JavaClass> marked) {
        String packages = "dev.contentconnect." + system;
        Map<JavaClass, Set<String>> out = new LinkedHashMap<>();
        Project.classes().stream()
                .filter(type -> isIn(packages, type) && type.getEnclosingClass().isEmpty() && Project.isTest(type))
                .filter(marked)
                .sorted(Comparator.comparing(JavaClass::getName))
                .forEach(type -> out.put(
                        type, reach.from(family(type), other -> isIn(packages, other) && Project.isTest(other))));
        return out;
    }

    private static boolean isIn(String packages, JavaClass type) {
        return type.getPackageName().equals(packages) || type.getPackageName().startsWith(packages + ".");
    }

    /** A test with what is nested in it and what these extend: the test engine runs it all. */
    private static Set<JavaClass> family(JavaClass type) {
        Set<JavaClass> out = new LinkedHashSet<>();
        List<JavaClass> nested = Project.classes().stream()
                .filter(other -> Project.outermost(other).equals(type))
                .toList();
        for (JavaClass one : nested) {
            out.add(one);
            one.getAllRawSuperclasses().stream()
                    .filter(parent -> parent.getPackageName().startsWith("dev.contentconnect."))
                    .forEach(parent -> {
                        out.add(parent);
                        Project.classes().stream()
                                .filter(other -> other.getEnclosingClass()
                                        .filter(parent::equals)
                                        .isPresent())
                                .forEach(out::add);
                    });
        }
        return out;
    }
}
