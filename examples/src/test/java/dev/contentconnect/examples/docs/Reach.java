package dev.contentconnect.examples.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import dev.contentconnect.core.mirror.Mirror;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which capabilities some classes call, themselves or by way of others. */
final class Reach {
    private static final String SPI = "dev.contentconnect.core.spi";

    private final Map<String, List<JavaCodeUnitAccess<?>>> accesses = new HashMap<>();
    private final Set<String> capabilities;

    /**
     * Learns who calls whom.
     *
     * @param capabilities names of the interfaces, without their package
     */
    Reach(Set<String> capabilities) {
        this.capabilities = capabilities;
        for (JavaClass type : Project.classes()) {
            for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                accesses.computeIfAbsent(access.getOrigin().getFullName(), any -> new ArrayList<>())
                        .add(access);
            }
        }
    }

    /** The capabilities that are called from some classes, as far as calls stay within others. */
    Set<String> from(Collection<JavaClass> roots, Predicate<JavaClass> within) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        roots.forEach(root -> open.addAll(root.getCodeUnits()));
        Set<String> out = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit.getFullName())) {
                continue;
            }
            for (JavaCodeUnitAccess<?> access : accesses.getOrDefault(unit.getFullName(), List.of())) {
                JavaClass owner = access.getTargetOwner();
                if (owner.getPackageName().equals(SPI) && capabilities.contains(owner.getSimpleName())) {
                    out.add(owner.getSimpleName());
                } else if (owner.isEquivalentTo(Mirror.Builder.class)
                        && access.getTarget().getName().equals("comments")) {
                    // The mirror asks both connectors for their comments by itself.
                    out.add("CommentThread");
                } else if (within.test(owner)) {
                    access.getTarget().resolveMember().ifPresent(open::add);
                }
            }
        }
        return out;
    }
}
