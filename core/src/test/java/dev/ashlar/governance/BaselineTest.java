package dev.ashlar.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyCases.Answer;
import dev.ashlar.memory.MemoryCloud;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pack that comes with the engine, policy by policy. */
class BaselineTest {
  private static final Path FOLDER = Path.of("src/test/resources/policies");

  private static List<PolicyCases> documents() {
    return Stream.of("baseline-memory.test.yaml", "baseline-aws.test.yaml")
        .map(name -> PolicyCases.read(Source.file(FOLDER.resolve(name))).orThrow())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> saysOfEachCaseWhatItShould() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      return documents().stream()
          .flatMap(document -> ashlar.test(document).orThrow().results().stream())
          .toList()
          .stream()
          .map(
              result ->
                  DynamicTest.dynamicTest(
                      result.of().name() + " (" + result.of().location() + ")",
                      () ->
                          assertThat(result.answer())
                              .as(result.message())
                              .isEqualTo(result.of().expect())));
    }
  }

  @Test
  void everyPolicyHasACaseThatPassesAndOneThatDoesNot() {
    Set<String> passing = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (PolicyCases document : documents()) {
      for (PolicyCases.Case one : document.cases()) {
        boolean passes = one.expect() == Answer.PASS || one.expect() == Answer.UNASKED;
        (passes ? passing : others).add(one.policy());
      }
    }
    Set<String> policies =
        PolicyPack.baseline().rules().stream().map(PolicyPack.Rule::id).collect(Collectors.toSet());

    assertThat(policies).hasSizeGreaterThan(80);
    assertThat(passing).containsExactlyInAnyOrderElementsOf(policies);
    assertThat(others).containsExactlyInAnyOrderElementsOf(policies);
  }

  @Test
  void isSoundWithTheTypesAndWithoutThem() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      assertThat(ashlar.check(PolicyPack.baseline())).isEmpty();
    }
    try (Ashlar ashlar = Ashlar.builder().build()) {
      assertThat(ashlar.check(PolicyPack.baseline())).isEmpty();
    }
  }

  @Test
  void everyPolicySaysWhatToDo() {
    assertThat(PolicyPack.baseline().rules()).allMatch(rule -> rule.fix().isPresent());
  }
}
