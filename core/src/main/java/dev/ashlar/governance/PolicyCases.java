package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.reading.CaseReader;
import dev.ashlar.governance.policy.report.Suite;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Risk;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tests of policies that a document of kind PolicyTest holds: what each policy is to say of
 * what. Inert data.
 *
 * @param name the name of the document
 * @param pack the pack that is tested, with its parameters
 * @param cases the cases, in order
 * @since 0.1
 */
public record PolicyCases(String name, Environment.PolicyUse pack, List<Case> cases) {
  /** Copies the list. */
  public PolicyCases {
    cases = List.copyOf(cases);
  }

  /** Reads a document of kind PolicyTest, YAML or JSON: every problem of it at once. */
  public static Checked<PolicyCases> read(Source source) {
    return CaseReader.read(source);
  }

  /** What a policy can come to. */
  public enum Answer {
    /** It holds. */
    PASS,
    /** It denies. */
    DENY,
    /** It wants an approval. */
    APPROVE,
    /** It warns. */
    WARN,
    /** Something that it reads is not known yet. */
    UNDECIDED,
    /** It cannot be evaluated, and so denies. */
    ERROR,
    /** It is not about such a change. */
    UNASKED;

    /** The word in documents. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A resource of a case.
   *
   * @param address its address
   * @param type its type
   * @param properties its properties; what the type has a default for is added
   * @param dependencies addresses of what it refers to
   */
  public record Thing(
      String address, String type, Value.MapValue properties, List<String> dependencies) {
    /** Copies the list. */
    public Thing {
      dependencies = List.copyOf(dependencies);
    }
  }

  /**
   * One case.
   *
   * @param name what it shows
   * @param policy the id of the policy that is asked
   * @param action what is done to the resource
   * @param risk at what risk
   * @param resource the resource as it is to be; none for a policy of the whole graph
   * @param actual the properties that it has now; none where it does not exist
   * @param preventDestroy whether its deletion is refused
   * @param stage the stage of the environment
   * @param others the other resources of the graph
   * @param expect what the policy is to say
   * @param location where the case stands
   */
  public record Case(
      String name,
      String policy,
      Action action,
      Risk risk,
      Optional<Thing> resource,
      Optional<Value.MapValue> actual,
      boolean preventDestroy,
      String stage,
      List<Thing> others,
      Answer expect,
      Diagnostic.Location location) {
    /** Copies the list. */
    public Case {
      others = List.copyOf(others);
    }
  }

  /**
   * What a case came to.
   *
   * @param of the case
   * @param answer what the policy said
   * @param message in which words; empty where it holds
   */
  public record Result(Case of, Answer answer, String message) {
    /** Whether the policy said what was expected. */
    public boolean passed() {
      return of.expect() == answer;
    }

    /** A failure as a diagnostic. */
    public Diagnostic diagnostic() {
      return Diagnostic.of(
              PolicyProblems.TEST_FAILED,
              "\""
                  + of.name()
                  + "\": the policy \""
                  + of.policy()
                  + "\" was to say "
                  + of.expect().text()
                  + ", and says "
                  + answer.text()
                  + (message.isEmpty() ? "." : ": " + message))
          .at(of.location());
    }
  }

  /**
   * What all cases came to.
   *
   * @param name the name of the document
   * @param results one for each case, in order
   */
  public record Results(String name, List<Result> results) {
    /** Copies the list. */
    public Results {
      results = List.copyOf(results);
    }

    /** Whether every policy said what was expected. */
    public boolean passed() {
      return results.stream().allMatch(Result::passed);
    }

    /** The failures. */
    public List<Diagnostic> failures() {
      return results.stream().filter(result -> !result.passed()).map(Result::diagnostic).toList();
    }

    /** The results as JUnit XML. */
    public String toJunit() {
      return Suite.text(List.of(new Suite(name, results.stream().map(Results::one).toList())));
    }

    private static Suite.Case one(Result result) {
      return result.passed()
          ? Suite.Case.passed(result.of().policy(), result.of().name())
          : new Suite.Case(
              result.of().policy(),
              result.of().name(),
              Suite.Result.FAILED,
              result.answer().text(),
              result.diagnostic().detail(),
              result.diagnostic().toString());
    }
  }
}
