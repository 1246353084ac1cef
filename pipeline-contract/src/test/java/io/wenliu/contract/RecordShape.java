package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a message's record says about its JSON, one line a field: `path type`, a required field
/// marked by `!`. It is compared with [SchemaShape].
final class RecordShape {

  private final SortedSet<String> lines = new TreeSet<>();

  private RecordShape() {}

  static SortedSet<String> of(Class<?> message) {
    RecordShape shape = new RecordShape();
    shape.fields("", message);
    return shape.lines;
  }

  private void fields(String path, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      boolean required = isRequired(component);
      value(path + "/" + component.getName() + (required ? "!" : ""), component.getGenericType());
    }
  }

  /// Absent lists are empty and absent truth values false, so they may be left out.
  private static boolean isRequired(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    boolean list = Collection.class.isAssignableFrom(component.getType());
    boolean falseIfAbsent = component.getAccessor().isAnnotationPresent(JsonSetter.class);
    return !nullable && !list && !falseIfAbsent;
  }

  private void value(String path, Type type) {
    if (type instanceof ParameterizedType list) {
      lines.add(path + " array");
      value(path + "/*", list.getActualTypeArguments()[0]);
      return;
    }
    Class<?> raw = (Class<?>) type;
    JsonSubTypes kinds = raw.getAnnotation(JsonSubTypes.class);
    Optional<Class<?>> plain = plainValue(raw);
    if (plain.isPresent()) {
      lines.add(path + " " + scalar(plain.get()));
    } else if (raw.isEnum()) {
      lines.add(path + " enum " + enumValues(raw));
    } else if (kinds != null) {
      for (JsonSubTypes.Type kind : kinds.value()) {
        lines.add(path + "<" + kind.name() + "> object");
        fields(path + "<" + kind.name() + ">", kind.value());
      }
    } else if (raw.isRecord()) {
      lines.add(path + " object");
      fields(path, raw);
    } else {
      lines.add(path + " " + scalar(raw));
    }
  }

  /// What a value type such as a document id is written as.
  private static Optional<Class<?>> plainValue(Class<?> type) {
    if (type.isEnum()) {
      return Optional.empty();
    }
    for (RecordComponent component :
        type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
      if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
        return Optional.of(component.getType());
      }
    }
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(JsonValue.class))
        .<Class<?>>map(Method::getReturnType)
        .findFirst();
  }

  private static String scalar(Class<?> type) {
    if (type == String.class || type == Instant.class || type == byte[].class) {
      return "string";
    }
    if (type == int.class || type == long.class || type == Long.class) {
      return "integer";
    }
    if (type == double.class) {
      return "number";
    }
    if (type == boolean.class) {
      return "boolean";
    }
    throw new AssertionError("no JSON type is agreed for " + type);
  }

  private static SortedSet<String> enumValues(Class<?> type) {
    SortedSet<String> values = new TreeSet<>();
    for (Object constant : type.getEnumConstants()) {
      values.add(
          constant instanceof Stage stage ? stage.id() : nameInJson(type, (Enum<?>) constant));
    }
    return values;
  }

  private static String nameInJson(Class<?> type, Enum<?> constant) {
    try {
      JsonProperty property = type.getField(constant.name()).getAnnotation(JsonProperty.class);
      return property == null ? constant.name() : property.value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }
}
