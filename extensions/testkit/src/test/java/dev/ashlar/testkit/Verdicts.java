package dev.ashlar.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * What came of the tests of a contract.
 *
 * @param failed why, by the name of the test
 * @param skipped why, by the name of the test
 * @param passed the names
 */
public record Verdicts(
    Map<String, Throwable> failed, Map<String, String> skipped, List<String> passed) {

  /** Runs the tests. */
  public static Verdicts of(Stream<DynamicTest> tests) {
    Map<String, Throwable> failed = new LinkedHashMap<>();
    Map<String, String> skipped = new LinkedHashMap<>();
    List<String> passed = new java.util.ArrayList<>();
    try (tests) {
      tests.forEach(
          test -> {
            try {
              test.getExecutable().execute();
              passed.add(test.getDisplayName());
            } catch (TestAbortedException aborted) {
              skipped.put(test.getDisplayName(), String.valueOf(aborted.getMessage()));
            } catch (Throwable thrown) {
              failed.put(test.getDisplayName(), thrown);
            }
          });
    }
    return new Verdicts(failed, skipped, passed);
  }
}
