package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No expression runs away: each limit ends in a problem. */
class BoundsTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @Test
  void tooLong() {
    assertThat(world.refused("'" + "a".repeat(50_000) + "'").code())
        .isEqualTo(ExpressionProblems.TOO_LARGE);
  }

  @Test
  void tooDeep() {
    for (String text :
        new String[] {
          "(".repeat(5_000) + "1" + ")".repeat(5_000),
          "[".repeat(201) + "]".repeat(201),
          "1" + " + 1".repeat(300),
          "1" + " + 1".repeat(5_000),
          "params.any" + ".a".repeat(5_000) + " + 1",
          "params.text" + ".trim()".repeat(1_500),
          "params.on ? ".repeat(1_500) + "1" + " : 2".repeat(1_500),
        }) {
      assertThat(world.refused(text).code())
          .as(text.substring(0, 30))
          .isEqualTo(ExpressionProblems.TOO_LARGE);
    }
  }

  @Test
  void aLongChainWithinTheDepthIsFine() {
    assertThat(world.value("1" + " + 1".repeat(150))).isEqualTo(Value.of(151));
    assertThat(world.value("true" + " && true".repeat(1_000))).isEqualTo(Value.of(true));
  }

  @Test
  void tooManyIterations() {
    Expressions few =
        new Expressions(new Limits(1_000, 100, 1_000, 1_000_000, Duration.ofMinutes(1)), () -> 0);
    World small = World.of(few);
    assertThat(
            small
                .failure(
                    "[1,2,3,4,5,6,7,8,9,0].map(a, [1,2,3,4,5,6,7,8,9,0].map(b,"
                        + " [1,2,3,4,5,6,7,8,9,0].map(c, c)))")
                .code())
        .isEqualTo(ExpressionProblems.LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x + x", "[x, x]", "{'a': x, 'b': x}", "[x, x].join()", "x + '' + x"})
  void tooMuchMemory(String body) {
    String start = body.startsWith("[x, x].join") || body.contains("+") ? "['aaaaaaaa']" : "[1]";
    Problem problem = world.failure("jsonEncode(" + start + doubled(body, 30) + ")");
    assertThat(problem.code()).isEqualTo(ExpressionProblems.LIMIT);
  }

  @Test
  void aResultThatSharesItsPartsIsCountedAsItWouldBePrinted() {
    assertThat(world.failure("[1]" + doubled("[x, x]", 40)).code())
        .isEqualTo(ExpressionProblems.LIMIT);
  }

  @Test
  void oneFunctionCannotMakeTooMuch() {
    String big = "'" + "a".repeat(10_000) + "'";
    assertThat(world.failure("size(replace(" + big + ", 'a', " + big + "))").code())
        .isEqualTo(ExpressionProblems.LIMIT);
  }

  @Test
  void tooMuchTime() {
    AtomicLong clock = new AtomicLong();
    Expressions expressions =
        new Expressions(
            new Limits(1_000, 100, 1_000_000, 1_000_000, Duration.ofSeconds(1)),
            () -> clock.addAndGet(Duration.ofMillis(400).toNanos()));
    World slow = World.of(expressions);
    String ten = "[1,2,3,4,5,6,7,8,9,0]";
    Problem problem = slow.failure(ten + ".map(a, " + ten + ".map(b, " + ten + ".map(c, c * 2)))");
    assertThat(problem.code()).isEqualTo(ExpressionProblems.LIMIT);
    assertThat(problem.detail()).isEqualTo("The evaluation was stopped after 1000 ms.");
  }

  @Test
  void loopsTakeLinearTime() {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      items.add(Value.of(i));
    }
    world.with("many", World.plain(ValueType.listOf(ValueType.INTEGER)), Value.list(items));
    assertThat(world.value("size(many.map(x, x + 1).filter(x, x % 2 == 0))"))
        .isEqualTo(Value.of(10_000));
  }

  private static String doubled(String body, int times) {
    return (".map(x, " + body + ")").repeat(times);
  }
}
