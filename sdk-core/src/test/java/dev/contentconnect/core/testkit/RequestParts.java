package dev.contentconnect.core.testkit;

import dev.contentconnect.core.model.SourceRef;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parts that {@code method.part} can name: parameters of a method, and components of the records it takes. */
final class RequestParts {
    private RequestParts() {}

    static boolean has(Method method, String part) {
        return Arrays.stream(method.getParameters())
                .anyMatch(one -> isNamed(one, part) || component(one.getType(), part) >= 0);
    }

    /** Harmless arguments for a call. */
    static Object[] harmless(Method method, String system) {
        return harmless(method, SourceRef.of(system, "1"));
    }

    /** The same, about a certain object. */
    static Object[] harmless(Method method, SourceRef object) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> Capabilities.anyValue(type, object))
                .toArray();
    }

    /** The same, with one part set. */
    static Object[] setting(Method method, String part, String system) {
        Object[] arguments = harmless(method, system);
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            int component = component(parameters[i].getType(), part);
            if (isNamed(parameters[i], part)) {
                arguments[i] = value(parameters[i].getParameterizedType(), "x", system);
            } else if (component >= 0) {
                Type type =
                        parameters[i].getType().getRecordComponents()[component].getGenericType();
                arguments[i] = with(arguments[i], part, value(type, "x", system));
            }
        }
        return arguments;
    }

    private static boolean isNamed(Parameter parameter, String part) {
        return parameter.isNamePresent() && parameter.getName().equals(part);
    }

    private static int component(Class<?> type, String part) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(part);
    }

    /** A request with another value of one component. */
    static Object with(Object request, String part, Object value) {
        RecordComponent[] components = request.getClass().getRecordComponents();
        int changed = component(request.getClass(), part);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = i == changed ? value : components[i].getAccessor().invoke(request);
            }
            return make(request.getClass(), components, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value that is set, of a word where the type is one. */
    static Object value(Type type, String word, String system) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? Map.of(value(of[0], word, system), value(of[1], word, system))
                    : List.of(value(of[0], word, system));
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return word;
        }
        Class<?> plain = (Class<?>) type;
        RecordComponent[] components = plain.isRecord() ? plain.getRecordComponents() : new RecordComponent[0];
        boolean isWord = components.length == 1 && components[0].getType() == String.class;
        try {
            return isWord ? make(plain, components, new Object[] {word}) : Capabilities.anyValue(plain, system);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }
}
