package io.wenliu.nlp.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Reads the roles before any bean is made.
final class OnRoleCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Role[] wanted =
        metadata.getAnnotations().get(ConditionalOnRole.class).getEnumArray("value", Role.class);
    Set<Role> played =
        Binder.get(context.getEnvironment())
            .bind("wenliu.nlp.roles", Bindable.setOf(Role.class))
            .orElse(EnumSet.allOf(Role.class));
    return Arrays.stream(wanted).anyMatch(played::contains);
  }
}
