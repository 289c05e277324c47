package dev.ashlar.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decorator hides nothing of the store behind it, whatever stores learn to do. */
class ForwardingStoreTest {
  static Stream<Method> methods() {
    return Arrays.stream(StateStore.class.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyCallReachesTheOtherStore(Method method) throws Exception {
    List<Method> reached = new ArrayList<>();
    StateStore store = new ForwardingStore(recording(reached)) {};

    method.invoke(store, new @Nullable Object[method.getParameterCount()]);

    assertThat(reached).containsExactly(method);
  }

  private static StateStore recording(List<Method> reached) {
    return (StateStore)
        Proxy.newProxyInstance(
            StateStore.class.getClassLoader(),
            new Class<?>[] {StateStore.class},
            (proxy, method, arguments) -> {
              reached.add(method);
              return null;
            });
  }
}
