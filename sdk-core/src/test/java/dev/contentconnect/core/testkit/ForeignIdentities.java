package dev.contentconnect.core.testkit;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CapabilityDescription;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls that hand a connector an identity of another system: one for each place in which an identity of its own is wanted.
 *
 * @param method what is called
 * @param arguments harmless but for the one identity
 */
record ForeignIdentities(Method method, List<@Nullable Object> arguments) {
    /**
     * The parts of requests that name an object of the system. What is not here may be of any system, such as the subject
     * of a case or the assets of a delivery.
     */
    private static final Map<String, String> OWN_PARTS = Map.of(
            "AssetWriter.update", "ref",
            "AssetPublisher.publish", "assets",
            "RightsWriter.apply", "asset",
            "CommentThread.add", "replyTo",
            "CaseDesk.tasks", "caseRef");

    /** All calls that a capability offers, with the identity of an object of the system as if another had given it. */
    static List<ForeignIdentities> calls(CapabilityDescription capability, SourceRef own) {
        SourceRef foreign = SourceRef.of("another-system", own.id());
        List<ForeignIdentities> out = new ArrayList<>();
        for (Method method : capability.type().getMethods()) {
            if (!capability.offers(method.getName())) {
                continue;
            }
            String part = OWN_PARTS.get(capability.type().getSimpleName() + "." + method.getName());
            boolean hasPart = part != null && capability.offers(method.getName() + "." + part);
            Parameter[] parameters = method.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                Type type = parameters[i].getParameterizedType();
                if (isIdentity(type)) {
                    Object[] arguments = harmless(method, own);
                    arguments[i] = as(type, foreign);
                    out.add(new ForeignIdentities(method, Arrays.asList(arguments)));
                } else if (hasPart && parameters[i].getType().isRecord()) {
                    RecordComponent component = component(parameters[i].getType(), Objects.requireNonNull(part));
                    Object value = as(component.getGenericType(), foreign);
                    Object[] arguments = harmless(method, own);
                    arguments[i] = RequestParts.with(arguments[i], component.getName(), value);
                    out.add(new ForeignIdentities(method, Arrays.asList(arguments)));
                }
            }
        }
        return out;
    }

    private static RecordComponent component(Class<?> type, String part) {
        return Arrays.stream(type.getRecordComponents())
                .filter(one -> one.getName().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isIdentity(Type type) {
        return type == SourceRef.class
                || (type instanceof ParameterizedType generic
                        && List.of(generic.getActualTypeArguments()).equals(List.of(SourceRef.class)));
    }

    private static Object as(Type type, SourceRef ref) {
        return type == SourceRef.class ? ref : List.of(ref);
    }

    /** What may be left out is, so that no part is set that is not offered. */
    private static Object[] harmless(Method method, SourceRef own) {
        Object[] out = RequestParts.harmless(method, own);
        for (int i = 0; i < out.length; i++) {
            if (method.getParameters()[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                out[i] = null;
            }
        }
        return out;
    }

    /** Makes the call, and says what is wrong with its end; nothing where the identity was refused. */
    Optional<String> complaint(Object capability) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        try {
            Object result = method.invoke(capability, arguments.toArray());
            return Optional.of(name + " of " + arguments + " returned " + result);
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof IllegalArgumentException
                    ? Optional.empty()
                    : Optional.of(name + " of " + arguments + " failed with " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
